/** Accounts for those who keep them. */
@NullMarked
package org.troth.query.account;

import org.jspecify.annotations.NullMarked;
