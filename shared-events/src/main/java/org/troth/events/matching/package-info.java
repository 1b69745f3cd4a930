/** How a participant and a volunteer came together, and parted. */
@NullMarked
package org.troth.events.matching;

import org.jspecify.annotations.NullMarked;
