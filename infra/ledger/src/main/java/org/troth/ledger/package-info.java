/** The frozen formats of sealing and of the log, and opening with a given secret; knows no key store and no feature. */
@NullMarked
package org.troth.ledger;

import org.jspecify.annotations.NullMarked;
