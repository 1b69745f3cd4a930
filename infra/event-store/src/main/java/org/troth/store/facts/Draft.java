package org.troth.store.facts;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.troth.events.confidential.Sealed;
import org.troth.events.disclosure.DisclosureEvent;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;
import org.troth.ledger.Category;

/**
 * A unit in plain, before it is sealed; sealed again it keeps its event ids.
 *
 * @param texts what the unit says of itself beside each fact
 * @param genesis whether it opens the ledger, so that even births come after its first fact
 */
record Draft(Unit unit, SortedMap<String, String> texts, List<Fact> facts, boolean genesis) {

    /** One fact, and its stored text. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier on the hot path, never compared
    record Fact(
            UUID eventId,
            NewFact plain,
            SortedMap<String, String> texts,
            UUID streamId,
            Category category,
            String type,
            int revision,
            byte[] payload,
            byte[] metadata,
            List<Sealed> words,
            boolean destroysKeys,
            int generation) {

        /** Whether anybody may wait for what readers make of it. Whoever reads the log of looks does; who looks does not. */
        boolean isAwaited() {
            return !(plain.fact() instanceof DisclosureEvent) || plain.fact() instanceof DisclosureEvent.LogRead;
        }

        @Override
        public String toString() {
            return "Draft.Fact";
        }
    }

    @Override
    public String toString() {
        return "Draft";
    }
}
