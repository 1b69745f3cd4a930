/** A feature that has no words in the catalogue yet. */
@NullMarked
package org.troth.elsewhere;

import org.jspecify.annotations.NullMarked;
