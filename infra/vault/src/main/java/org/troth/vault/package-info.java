/** Holds the keys: makes, keeps, lends and forgets them, and seals and opens words and whole facts with them. */
@NullMarked
package org.troth.vault;

import org.jspecify.annotations.NullMarked;
