/** The people who sign in: what happened to their accounts, and who is acting now. */
@NullMarked
package org.troth.events.account;

import org.jspecify.annotations.NullMarked;
