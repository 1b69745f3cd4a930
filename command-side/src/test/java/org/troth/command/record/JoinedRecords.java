package org.troth.command.record;

import java.util.List;
import java.util.UUID;
import org.troth.command.law.HouseLaw;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

/** Two records of one person, as a test joins and parts them; the second is the one that is followed. */
public final class JoinedRecords {

    private final MemoryRecord record;
    private final ParticipantId merged;
    private final ParticipantId kept;

    /** Joined from here on. */
    public JoinedRecords(MemoryRecord record, ParticipantId merged, ParticipantId kept) {
        this.record = record;
        this.merged = merged;
        this.kept = kept;
        join();
    }

    public void join() {
        for (ParticipantId each : List.of(kept, merged)) {
            add(each, new PersonsMerged(each, kept, merged, "same-papers", HouseLaw.MERGING));
        }
    }

    public void part() {
        for (ParticipantId each : List.of(kept, merged)) {
            add(each, new MergeUndone(each, kept, merged, HouseLaw.MERGING));
        }
    }

    private void add(ParticipantId each, Fact fact) {
        String stream = MergingEvent.stream(each);
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Merging", stream, record.lastSequence(stream) + 1, fact)));
    }
}
