/** Words about the record itself: what goes into it together, and what comes back. */
@NullMarked
package org.troth.events.recording;

import org.jspecify.annotations.NullMarked;
