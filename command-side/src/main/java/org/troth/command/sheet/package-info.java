/** Publishes information sheets that somebody of the law has reviewed, and says which may be given. */
@NullMarked
package org.troth.command.sheet;

import org.jspecify.annotations.NullMarked;
