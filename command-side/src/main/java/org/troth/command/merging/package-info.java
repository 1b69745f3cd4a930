/** Decides whether two records are of one person, and takes it back when they are not. */
@NullMarked
package org.troth.command.merging;

import org.jspecify.annotations.NullMarked;
