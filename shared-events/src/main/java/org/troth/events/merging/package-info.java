/** Which records are of one and the same person, and which question that answers. */
@NullMarked
package org.troth.events.merging;

import org.jspecify.annotations.NullMarked;
