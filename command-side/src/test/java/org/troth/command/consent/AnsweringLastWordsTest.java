package org.troth.command.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.consent.ConsentRequest.ConsentQuestion;
import org.troth.command.consent.ConsentRequest.UnderstandingCheck;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.JoinedRecords;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.account.RequestId;
import org.troth.events.confidential.TagKind;
import org.troth.events.consent.ConsentEvent;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.LastWord.Answer;
import org.troth.events.consent.LastWord.Said;
import org.troth.events.consent.Purpose;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.Claim;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Unit;

class AnsweringLastWordsTest {

    private List<String> right = List.of("b", "a", "a");

    private final MovableClock clock = new MovableClock();
    private final MemoryHouse house = MemoryHouse.of(clock, Consent.class);
    private final MemoryRecord record = house.record();
    private final PretendGuardianship guardianship = new PretendGuardianship();
    private final AskedConsents numbers = new AskedConsents(MemoryRecord.plainTags(), record);
    private final ConsentTexts texts = new ConsentTexts(new MemoryDigests());
    private final ConsentDesk desk = new ConsentDesk(
            house.dispatch(),
            PermitsForTests.of(new MemoryDisclosing(), record),
            texts,
            id -> Optional.empty(),
            new RecordedConsents(record, guardianship, clock),
            numbers,
            clock);
    private final RecordedWords words = new RecordedWords(numbers, record, guardianship, clock);
    private final Asked coordinator = People.coordinator();
    private final ParticipantId p = participant();

    @AfterEach
    void close() {
        house.close();
    }

    private ParticipantId participant() {
        ParticipantId id = new ParticipantId(UUID.randomUUID());
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", id.toString(), 0, new EnquiryReceived(id, "housing", "en", null))));
        return id;
    }

    private ConsentId asked(ParticipantId of, @Nullable String lastDay) {
        return ConsentId.of(desk.ask(
                        coordinator,
                        new ConsentQuestion(of.toString(), "MATCHING", null, List.of("IDENTITY"), "en", lastDay))
                .answer());
    }

    private ConsentId given(ParticipantId of, @Nullable String lastDay) {
        ConsentId id = asked(of, lastDay);
        give(of, id);
        return id;
    }

    private void give(ParticipantId of, ConsentId id) {
        Asked themselves = People.participant(of.value());
        desk.understand(themselves, id, new UnderstandingCheck(right));
        desk.give(themselves, id);
    }

    private Said said() {
        return words.of(p, Purpose.MATCHING).said();
    }

    @Test
    void isNothingUntilThereIsAnAnswerAndBlocksNothing() {
        assertThat(said()).isEqualTo(Said.NOTHING);
        asked(p, null);
        assertThat(said()).isEqualTo(Said.NOTHING);
        assertThat(words.of(p, Purpose.MATCHING).stops()).isFalse();
    }

    @Test
    void isWhatStandsLastOnTheRecordWhateverTheClockSays() {
        ConsentId first = given(p, null);
        ConsentId second = asked(p, null);
        assertThat(said()).isEqualTo(Said.YES);
        clock.forward(Duration.ofDays(-1));
        desk.withdraw(coordinator, first);
        assertThat(said()).isEqualTo(Said.TAKEN_BACK);
        give(p, second);
        assertThat(said()).isEqualTo(Said.YES);
        desk.decline(coordinator, asked(p, null));
        assertThat(words.of(p, Purpose.MATCHING))
                .returns(Said.NO, Answer::said)
                .returns(true, Answer::another)
                .returns(true, Answer::stops)
                .returns(false, Answer::isRefused);
        assertThat(words.of(p, Purpose.SUPPORT).said()).isEqualTo(Said.NOTHING);
    }

    @Test
    void endsByItsDateWhetherOrNotAnybodyHasNotedItAndNotWhenAnotherYesCameInTime() {
        ConsentId first = given(p, "2026-11-30");
        clock.forward(Duration.ofDays(10));
        assertThat(said()).isEqualTo(Said.ENDED);
        given(p, null);
        assertThat(said()).isEqualTo(Said.YES);
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact(
                        "Consent",
                        first.toString(),
                        record.lastSequence(first.toString()) + 1,
                        new ConsentExpired(first, p, LocalDate.parse("2026-11-30")))));
        assertThat(said()).as("noted late").isEqualTo(Said.YES);
    }

    @Test
    void isTheirsUnderWhicheverRecordItWasSaid() {
        ParticipantId other = participant();
        given(p, null);
        ConsentId there = given(other, null);
        desk.withdraw(coordinator, there);
        assertThat(said()).isEqualTo(Said.YES);
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(
                        new NewFact(
                                "Merging",
                                MergingEvent.stream(p),
                                0,
                                new PersonsMerged(p, p, other, "same-details", HouseLaw.MERGING)),
                        new NewFact(
                                "Merging",
                                MergingEvent.stream(other),
                                0,
                                new PersonsMerged(other, p, other, "same-details", HouseLaw.MERGING))));
        assertThat(said()).isEqualTo(Said.TAKEN_BACK);
        assertThat(words.of(other, Purpose.MATCHING).said()).isEqualTo(Said.TAKEN_BACK);
    }

    @Test
    void holdsOnlyAsLongAsNothingIsAddedToWhatItWasReadFrom() {
        ConsentId consent = given(p, null);
        Answer answer = words.of(p, Purpose.MATCHING);
        desk.withdraw(coordinator, consent);
        Unit late = new Unit(coordinator.actor(), UUID.randomUUID()).provided(answer.preconditions());
        assertThatThrownBy(() -> record.record(late, List.of())).isInstanceOf(Overtaken.class);
    }

    @Test
    void waitsForAGuardianWithoutTakingThePlaceOfAnEarlierWord() {
        guardianship.ofAgeOn(LocalDate.parse("2028-01-01"));
        right = List.of("a", "a", "b");
        desk.decline(coordinator, asked(p, null));
        ConsentId later = asked(p, null);
        give(p, later);
        assertThat(said()).isEqualTo(Said.NO);
        guardianship.says(Set.of(later), Set.of());
        assertThat(said()).isEqualTo(Said.YES);
        guardianship.says(Set.of(), Set.of(later));
        assertThat(said()).isEqualTo(Said.NO);
    }

    @Test
    void isWhatThePageGoesByWhenItSaysWhatHasStopped() {
        ConsentForms forms = new ConsentForms(desk, id -> Optional.empty(), words);
        Asked themselves = People.participant(p.value());
        ConsentId consent = given(p, null);
        assertThat(stopped(forms, themselves, consent)).isNull();
        desk.withdraw(themselves, consent);
        assertThat(stopped(forms, themselves, consent)).isEqualTo("MATCHING");
        given(p, null);
        assertThat(stopped(forms, themselves, consent))
                .as("they said yes again")
                .isNull();
    }

    private static @Nullable Object stopped(ConsentForms forms, Asked themselves, ConsentId consent) {
        return forms.open(themselves.actor(), PurposeOfUse.PATRQT, new RequestId(UUID.randomUUID()), consent.toString())
                .getModel()
                .get("stopped");
    }

    /** Of before questions had numbers. */
    @Test
    void findsAnEarlierQuestionFromItsNextAnswerOn() {
        ConsentId consent = given(p, null);
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID())
                        .releasing(new Claim(
                                TagKind.CONSENT_ASKED,
                                MemoryRecord.plainTags().tag(TagKind.CONSENT_ASKED, p + "/MATCHING/1"))),
                List.of());
        assertThat(said()).isEqualTo(Said.NOTHING);
        desk.withdraw(coordinator, consent);
        assertThat(said()).isEqualTo(Said.TAKEN_BACK);
    }

    @Test
    void isNotOfSomebodyElseWhereTwoRecordsArePartedBetweenQuestionAndAppend() {
        ParticipantId before = participant();
        JoinedRecords joined = new JoinedRecords(record, before, p);
        Asked themselves = People.participant(before.value());
        ConsentId open = asked(p, null);
        ConsentId agreed = given(p, null);
        int facts = record.facts(ConsentEvent.class).size();
        for (Runnable act : List.<Runnable>of(
                () -> desk.withdraw(themselves, agreed),
                () -> desk.decline(themselves, open),
                () -> desk.understand(themselves, open, new UnderstandingCheck(right)))) {
            record.meanwhile(joined::part);
            assertThatThrownBy(act::run).isInstanceOf(NotOnRecord.class);
            joined.join();
        }
        assertThat(record.facts(ConsentEvent.class)).hasSize(facts);
        record.meanwhile(() -> {
            joined.part();
            joined.join();
        });
        desk.withdraw(themselves, agreed);
        assertThat(said()).isEqualTo(Said.TAKEN_BACK);
    }
}
