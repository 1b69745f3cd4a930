/** Decides about the accounts that sign in: invited, opened, given roles and tokens, locked, reset and left. */
@NullMarked
package org.troth.command.account;

import org.jspecify.annotations.NullMarked;
