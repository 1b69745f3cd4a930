package org.troth.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.erasure.ErasureRequest.Forgetting;
import org.troth.command.erasure.ErasureRequest.Mistake;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.erasure.ErasureEvent.ErasureRequestTakenBack;
import org.troth.events.erasure.ErasureEvent.ErasureRequested;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

/** What is asked under one record is asked of the whole person, as long as their records are one. */
class AskingUnderEachRecordTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-02-01T09:00:00Z"), ZoneOffset.UTC);
    private static final Forgetting OWN = Forgetting.orOwn(null);

    private final MemoryHouse house = MemoryHouse.of(CLOCK);
    private final MemoryRecord record = house.record();
    private final ParticipantId kept = new ParticipantId(UUID.randomUUID());
    private final ParticipantId merged = new ParticipantId(UUID.randomUUID());
    private final Asked asKept = People.participant(kept.value());
    private final Asked asMerged = People.participant(merged.value());
    private final ErasureDesk desk =
            new ErasureDesk(house.dispatch(), PermitsForTests.of(new MemoryDisclosing(), record), record, CLOCK);

    @BeforeEach
    void begin() {
        for (ParticipantId each : List.of(kept, merged)) {
            add(each.toString(), new EnquiryReceived(each, "housing", "en", null));
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void add(String stream, Fact fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Any", stream, record.lastSequence(stream) + 1, fact)));
    }

    private void areOne() {
        for (ParticipantId each : List.of(kept, merged)) {
            add(MergingEvent.stream(each), new PersonsMerged(each, kept, merged, "same-papers", HouseLaw.MERGING));
        }
    }

    @Test
    void isAnsweredWithTheRequestThatWaitsAndTakenBackUnderEither() {
        String asked = desk.ask(asMerged, OWN).answer();
        assertThatThrownBy(() -> desk.takeBack(asKept, UUID.fromString(asked))).isInstanceOf(NotOnRecord.class);
        areOne();
        assertThat(desk.ask(asKept, OWN).answer()).isEqualTo(asked);
        assertThat(record.facts(ErasureRequested.class)).hasSize(1);

        desk.takeBack(asKept, UUID.fromString(asked));
        assertThat(record.facts(ErasureRequestTakenBack.class))
                .singleElement()
                .satisfies(back -> assertThat(back.person()).isEqualTo(merged.value()));
        assertThat(desk.ask(asKept, OWN).answer()).isNotEqualTo(asked);
    }

    @Test
    void isAskedTodayWhicheverOfTheirOwnRecordsTheyName() {
        areOne();
        desk.ask(asKept, new Forgetting(merged.toString(), null, "2027-01-04"));
        assertThat(record.facts(ErasureRequested.class))
                .extracting(ErasureRequested::person, ErasureRequested::askedOn)
                .containsExactly(tuple(merged.value(), LocalDate.now(CLOCK)));
    }

    @Test
    void isTheirsUnderEachRecordOnceTheyAskThemselvesWhatWasNotedUnderAnother() {
        UUID noted = UUID.fromString(desk.ask(People.coordinator(), new Forgetting(merged.toString(), null, null))
                .answer());
        areOne();
        assertThat(desk.ask(asKept, OWN).answer()).isEqualTo(noted.toString());
        MistakeDesk mistakes =
                new MistakeDesk(house.dispatch(), PermitsForTests.of(new MemoryDisclosing(), record), record);
        assertThatThrownBy(() -> mistakes.takeAway(
                        People.coordinator(), noted, new Mistake(merged.toString(), null, "nobody-asked")))
                .hasMessage(ErasureRefused.askedThemselves().plain());
    }

    @Test
    void standsForNobodyElseOnceTheyAreTwoPeople() {
        areOne();
        String asked = desk.ask(asKept, OWN).answer();
        for (ParticipantId each : List.of(kept, merged)) {
            add(MergingEvent.stream(each), new MergeUndone(each, kept, merged, HouseLaw.MERGE_UNDOING));
        }
        assertThat(desk.ask(asMerged, OWN).answer()).isNotEqualTo(asked);
        assertThatThrownBy(() -> desk.takeBack(asMerged, UUID.fromString(asked)))
                .isInstanceOf(NotOnRecord.class);
    }
}
