/** What was said to people outside the record, that something waits for them, and whether it left; never what it is about. */
@NullMarked
package org.troth.events.message;

import org.jspecify.annotations.NullMarked;
