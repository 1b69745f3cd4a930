/** What a participant wants to reach, in their own words, and how far they say they are. */
@NullMarked
package org.troth.events.goal;

import org.jspecify.annotations.NullMarked;
