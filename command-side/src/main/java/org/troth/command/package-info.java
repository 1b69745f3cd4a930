/** Decides: may a thing happen? Every command is decided here, and every look at the record is permitted here. */
@NullMarked
package org.troth.command;

import org.jspecify.annotations.NullMarked;
