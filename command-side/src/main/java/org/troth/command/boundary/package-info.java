/** Decides about what both sides of a match keep to, and makes every No work at once. */
@NullMarked
package org.troth.command.boundary;

import org.jspecify.annotations.NullMarked;
