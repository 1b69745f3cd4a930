/** Decides whether two people may be brought together, by names that each gave for themselves and nobody else ever sees. */
@NullMarked
package org.troth.command.conflict;

import org.jspecify.annotations.NullMarked;
