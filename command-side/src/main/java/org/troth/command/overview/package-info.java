/** Keeps what a coordinator likes to look at on the worklist; decides nothing about anybody. */
@NullMarked
package org.troth.command.overview;

import org.jspecify.annotations.NullMarked;
