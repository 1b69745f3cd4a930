/** Takes in what participants want to reach, and how far they say they are: their own voice, and nobody else's. */
@NullMarked
package org.troth.command.goal;

import org.jspecify.annotations.NullMarked;
