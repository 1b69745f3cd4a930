/** Decides what happens to a person who asks for help: enquiry, intake, enrolment and safe contact. */
@NullMarked
package org.troth.command.participant;

import org.jspecify.annotations.NullMarked;
