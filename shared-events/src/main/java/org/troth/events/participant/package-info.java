/** What happened to a person who asks for help, from enquiry to enrolment. */
@NullMarked
package org.troth.events.participant;

import org.jspecify.annotations.NullMarked;
