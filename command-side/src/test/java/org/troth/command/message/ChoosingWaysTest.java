package org.troth.command.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.Fact;
import org.troth.events.MessageId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.merging.UnsafeElsewhere;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.message.MessageEvent.Why;
import org.troth.events.message.Receiver;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;

class ChoosingWaysTest {

    private final MemoryRecord record =
            new MemoryRecord(Clock.fixed(Instant.parse("2027-02-01T09:00:00Z"), ZoneOffset.UTC));
    private final Ways ways = new Ways(
            record,
            (agency, service) -> {
                throw new UnsupportedOperationException("nothing here goes to an agency");
            },
            Optional::empty);
    private final ParticipantId kept = new ParticipantId(UUID.randomUUID());
    private final ParticipantId merged = new ParticipantId(UUID.randomUUID());

    private void add(String stream, Fact fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Any", stream, record.lastSequence(stream) + 1, fact)));
    }

    private void chooses(ParticipantId participant) {
        Sealed address = new Sealed(new byte[136], Words.PARTICIPANT_CONTACT, participant.value());
        add(participant.toString(), new SafeContactChosen(participant, ContactChannel.EMAIL, address, null));
    }

    private void isUnsafe(ParticipantId participant, ContactChannel channel) {
        add(participant.toString(), new ContactMarkedUnsafe(participant, channel));
    }

    private void areOne() {
        for (ParticipantId each : List.of(kept, merged)) {
            add(MergingEvent.stream(each), new PersonsMerged(each, kept, merged, "same-papers", HouseLaw.MERGING));
        }
    }

    private Ways.Way to(ParticipantId participant) {
        return ways.to(new MessageQueued(
                new MessageId(UUID.randomUUID()),
                new Receiver(Receiver.Kind.PARTICIPANT, participant.value()),
                Occasion.CONSENT_ASKED,
                UUID.randomUUID()));
    }

    @Test
    void isUnsafeForThePersonWhereOneOfTheirRecordsSaysSo() {
        chooses(kept);
        chooses(merged);
        isUnsafe(merged, ContactChannel.EMAIL);
        assertThat(to(kept).address()).isNotNull();
        areOne();
        assertThat(to(kept).address()).isNull();
        assertThat(to(kept).whyNot()).isEqualTo(Why.WAY_UNSAFE);
        isUnsafe(kept, ContactChannel.EMAIL);
        chooses(merged);
        assertThat(to(merged).address())
                .as("chosen after the other record said that it is unsafe")
                .isNotNull();
        assertThat(to(kept).whyNot()).isEqualTo(Why.WAY_UNSAFE);
    }

    @Test
    void isOpenAgainWhenThePersonChoosesItAnew() {
        isUnsafe(merged, ContactChannel.EMAIL);
        chooses(kept);
        areOne();
        assertThat(to(kept).whyNot())
                .as("chosen before anybody knew of the other record")
                .isEqualTo(Why.WAY_UNSAFE);
        chooses(kept);
        assertThat(to(kept).address()).isNotNull();
        isUnsafe(merged, ContactChannel.EMAIL);
        assertThat(to(kept).whyNot()).isEqualTo(Why.WAY_UNSAFE);
    }

    @Test
    void isTheirOwnAgainWhenTheyAreTwoPeople() {
        chooses(kept);
        isUnsafe(merged, ContactChannel.EMAIL);
        areOne();
        for (ParticipantId each : List.of(kept, merged)) {
            add(MergingEvent.stream(each), new MergeUndone(each, kept, merged, HouseLaw.MERGE_UNDOING));
        }
        assertThat(to(kept).address()).isNotNull();
        assertThat(to(merged).whyNot()).isEqualTo(Why.WAY_UNSAFE);
    }

    @Test
    void takesNothingFromAnotherWay() {
        chooses(kept);
        isUnsafe(merged, ContactChannel.PHONE);
        areOne();
        assertThat(to(kept).address()).isNotNull();
        assertThat(UnsafeElsewhere.of(kept, record.read(kept.toString(), 0), record)
                        .channels())
                .as("what leaves with a referral takes no such way along")
                .containsExactly(ContactChannel.PHONE);
    }

    @Test
    void holdsAsLongAsNothingChangesInEitherRecord() {
        chooses(kept);
        areOne();
        assertThat(to(kept).precondition()).isEqualTo(new Precondition(kept.toString(), 0));
        assertThat(to(kept).beside())
                .containsExactlyInAnyOrder(
                        new Precondition(MergingEvent.stream(kept), 0), new Precondition(merged.toString(), -1));
    }
}
