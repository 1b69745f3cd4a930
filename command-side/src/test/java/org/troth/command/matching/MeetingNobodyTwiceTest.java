package org.troth.command.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

class MeetingNobodyTwiceTest {

    private final MemoryRecord record =
            new MemoryRecord(Clock.fixed(Instant.parse("2027-02-01T09:00:00Z"), ZoneOffset.UTC));
    private final Places places = new Places(MemoryRecord.plainTags(), record);
    private final ParticipantId kept = new ParticipantId(UUID.randomUUID());
    private final ParticipantId merged = new ParticipantId(UUID.randomUUID());
    private final VolunteerId volunteer = new VolunteerId(UUID.randomUUID());

    private void add(Unit unit, String stream, Fact fact) {
        record.record(unit, List.of(new NewFact("Any", stream, record.lastSequence(stream) + 1, fact)));
    }

    private static Unit unit() {
        return new Unit(People.coordinator().actor(), UUID.randomUUID());
    }

    @Test
    void holdsForThePersonAsLongAsTheirRecordsAreOne() {
        add(
                places.keepingApart(unit(), merged, volunteer),
                UUID.randomUUID().toString(),
                new EnquiryReceived(merged, "housing", "en", null));
        assertThat(places.haveParted(kept, volunteer)).isFalse();
        for (ParticipantId each : List.of(kept, merged)) {
            add(
                    unit(),
                    MergingEvent.stream(each),
                    new PersonsMerged(each, kept, merged, "same-papers", HouseLaw.MERGING));
        }
        assertThat(places.haveParted(kept, volunteer)).isTrue();
        assertThat(places.haveParted(merged, volunteer)).isTrue();
        assertThat(places.haveParted(kept, new VolunteerId(UUID.randomUUID()))).isFalse();
        for (ParticipantId each : List.of(kept, merged)) {
            add(unit(), MergingEvent.stream(each), new MergeUndone(each, kept, merged, HouseLaw.MERGE_UNDOING));
        }
        assertThat(places.haveParted(kept, volunteer)).isFalse();
        assertThat(places.haveParted(merged, volunteer)).isTrue();
    }
}
