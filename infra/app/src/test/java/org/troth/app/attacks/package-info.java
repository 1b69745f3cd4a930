/** Attacks on the whole product from outside: what leaks, what is lost, what breaks, and what can be guessed. */
@NullMarked
package org.troth.app.attacks;

import org.jspecify.annotations.NullMarked;
