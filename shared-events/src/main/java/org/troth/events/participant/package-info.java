/** What happened to a person who asks for help, from the enquiry to the end of support and after. */
@NullMarked
package org.troth.events.participant;

import org.jspecify.annotations.NullMarked;
