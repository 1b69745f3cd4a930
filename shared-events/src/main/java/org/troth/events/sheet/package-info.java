/** Sheets of information that somebody of the law has reviewed, and that are given to people as they stand. */
@NullMarked
package org.troth.events.sheet;

import org.jspecify.annotations.NullMarked;
