/** What happened to the record itself. */
@NullMarked
package org.troth.events.ledger;

import org.jspecify.annotations.NullMarked;
