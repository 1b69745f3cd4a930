/** Axon around the record: its engine, its source of events, its reactions, and the check that nothing else is in use. */
@NullMarked
package org.troth.store.axon;

import org.jspecify.annotations.NullMarked;
