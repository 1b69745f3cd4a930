package org.troth.store.facts;

import java.util.UUID;
import org.troth.events.ledger.LedgerEvent;

/** The ledger that this store keeps; its origin is the name that checkpoints carry. */
public record Ledger(UUID id, long firstPosition, String origin, LedgerEvent.Mode mode) {}
