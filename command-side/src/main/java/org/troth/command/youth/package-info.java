/** Decides who is not of age, what a guardian says beside a young person's own answers, and the day from which none is needed. */
@NullMarked
package org.troth.command.youth;

import org.jspecify.annotations.NullMarked;
