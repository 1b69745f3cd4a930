package org.troth.events.ledger;

import java.util.UUID;
import org.troth.events.Fact;
import org.troth.events.Recorded;

/** What happened to the record itself. */
public sealed interface LedgerEvent extends Fact {

    /** The genesis of a ledger, its first fact. */
    @Recorded(as = "ledger-opened", revision = 1)
    record LedgerOpened(UUID ledger, String origin, Mode mode) implements LedgerEvent {}

    /** From this position on, another K_type and K_writer hold. */
    @Recorded(as = "system-key-rotated", revision = 1)
    record SystemKeyRotated(UUID ledger, String what, int generation, long fromPosition) implements LedgerEvent {}

    /** An administrator had the views rebuilt from the record, up to this position. */
    @Recorded(as = "views-rebuilt", revision = 1)
    record ViewsRebuilt(UUID rebuild, long upTo, long facts) implements LedgerEvent {}

    /** Whether the ledger keeps real people's records; never changes. */
    enum Mode {
        PRODUCTION,
        SIMULATED
    }
}
