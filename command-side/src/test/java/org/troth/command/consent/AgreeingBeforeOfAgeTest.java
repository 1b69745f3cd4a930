package org.troth.command.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.consent.ConsentReceipt.Event;
import org.troth.command.consent.ConsentRequest.ConsentQuestion;
import org.troth.command.consent.ConsentRequest.UnderstandingCheck;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.dispatch.Phrase;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.Interpreting;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Unit;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.GuardianAgreed;
import org.troth.events.youth.YouthEvent.Statement;

/** The clock begins at nine on 21 November 2026, in UTC. */
class AgreeingBeforeOfAgeTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final LocalDate OF_AGE = LocalDate.parse("2026-12-01");
    private static final UnderstandingCheck RIGHT = new UnderstandingCheck(List.of("b", "a", "b"));
    private static final UnderstandingCheck RIGHT_OF_AGE = new UnderstandingCheck(List.of("a", "b", "a"));

    private final MovableClock clock = new MovableClock();
    private final MemoryHouse house = MemoryHouse.of(clock, Consent.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final PretendGuardianship guardianship = new PretendGuardianship();
    private final RecordedConsents consents = new RecordedConsents(record, guardianship, clock);
    private final ConsentDesk desk = new ConsentDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            new ConsentTexts(new MemoryDigests()),
            id -> Optional.empty(),
            consents,
            new AskedConsents(MemoryRecord.plainTags(), record),
            clock);
    private final ReceiptDesk receipts = new ReceiptDesk(desk, consents, clock);
    private final Asked coordinator = People.coordinator();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final Asked themselves = People.participant(p.value());

    AgreeingBeforeOfAgeTest() {
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", p.toString(), 0, new EnquiryReceived(p, "housing", "en", null))));
        guardianship.ofAgeOn(OF_AGE);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private ConsentId asked(Purpose purpose) {
        return ConsentId.of(desk.ask(
                        coordinator,
                        new ConsentQuestion(p.toString(), purpose.name(), null, List.of("IDENTITY"), null, null))
                .answer());
    }

    private ConsentId given(Purpose purpose, UnderstandingCheck right) {
        ConsentId id = asked(purpose);
        desk.understand(themselves, id, right);
        desk.give(themselves, id);
        return id;
    }

    private ConsentInForce.Answer covers(ConsentId id, Purpose purpose, LocalDate day) {
        return consents.covers(id, p, purpose, Recipient.programme(), Set.of(DataClass.IDENTITY), day);
    }

    @Nullable
    private String whyNot(ConsentId id, LocalDate day) {
        return said(covers(id, Purpose.SUPPORT, day));
    }

    @Nullable
    private static String said(ConsentInForce.Answer answer) {
        String why = answer.whyNot();
        return why == null ? null : Phrase.of("command.consent.why." + why).english();
    }

    @Test
    void isAskedInWordsForYoungPeopleAndNeedsTheGuardianToo() {
        ConsentId id = given(Purpose.SUPPORT, RIGHT);
        assertThat(record.facts(ConsentAsked.class).get(0).text().name()).isEqualTo("support-young");
        assertThat(whyNot(id, TODAY)).isEqualTo("A guardian has not agreed to this yet.");

        guardianship.says(Set.of(id), Set.of());
        assertThat(whyNot(id, TODAY)).isNull();

        guardianship.says(Set.of(id), Set.of(id));
        assertThat(whyNot(id, TODAY)).isEqualTo("A guardian said no to this.");
    }

    @Test
    void restsOnBothStreams() {
        ConsentId id = given(Purpose.SUPPORT, RIGHT);
        guardianship.lastSequence(4);
        assertThat(covers(id, Purpose.SUPPORT, TODAY).preconditions())
                .containsExactly(new Precondition(id.toString(), 2), new Precondition(YouthEvent.stream(p), 4));
    }

    @Test
    void endsWithTheirOwnNoWhateverAGuardianSays() {
        ConsentId declined = asked(Purpose.SUPPORT);
        desk.decline(themselves, declined);
        ConsentId withdrawn = given(Purpose.SUPPORT, RIGHT);
        desk.withdraw(themselves, withdrawn);
        guardianship.says(Set.of(declined, withdrawn), Set.of());
        assertThat(whyNot(declined, TODAY)).contains("said no");
        assertThat(whyNot(withdrawn, TODAY)).contains("withdrawn");
    }

    @Test
    void isTheirsAloneWhereTheLawLetsThemAndOnlyForWhatHelps() {
        guardianship.alone(true);
        ConsentId support = given(Purpose.SUPPORT, RIGHT);
        ConsentId publicity = given(Purpose.PUBLICITY, new UnderstandingCheck(List.of("a", "a", "b")));
        assertThat(whyNot(support, TODAY)).isNull();
        assertThat(whyNot(support, OF_AGE)).as("theirs goes on").isNull();
        guardianship.says(Set.of(publicity), Set.of());
        assertThat(said(covers(publicity, Purpose.PUBLICITY, TODAY))).contains("waits until they are of age");
    }

    @Test
    void endsWithTheBeginningOfTheDayOnWhichTheyComeOfAge() {
        ConsentId id = given(Purpose.SUPPORT, RIGHT);
        guardianship.says(Set.of(id), Set.of());
        assertThat(whyNot(id, OF_AGE.minusDays(1))).isNull();
        assertThat(whyNot(id, OF_AGE)).contains("come of age").contains("Ask them anew");
        assertThat(whyNot(id, OF_AGE.plusYears(10))).contains("come of age");
    }

    @Test
    void isAskedAnewInOtherWordsWhenTheyCameOfAgeBeforeTheyAnswered() {
        ConsentId id = asked(Purpose.SUPPORT);
        desk.understand(themselves, id, RIGHT);
        clock.forward(Duration.between(clock.instant(), Instant.parse("2026-12-01T00:00:00Z")));
        assertThatThrownBy(() -> desk.give(themselves, id))
                .isInstanceOf(ConsentRefused.class)
                .hasMessage(ConsentRefused.otherWords().plain());
        assertThat(record.facts(ConsentGiven.class)).isEmpty();

        ConsentId anew = given(Purpose.SUPPORT, RIGHT_OF_AGE);
        assertThat(record.facts(ConsentAsked.class).get(1).text().name()).isEqualTo("support");
        assertThat(whyNot(anew, OF_AGE)).isNull();
    }

    @Test
    void holdsNothingThatSomebodyWhoIsNotOfAgeAgreedToAsIfTheyWere() {
        guardianship.ofAgeOn(null);
        ConsentId id = given(Purpose.SUPPORT, RIGHT_OF_AGE);
        assertThat(whyNot(id, TODAY)).isNull();

        guardianship.ofAgeOn(OF_AGE);
        guardianship.says(Set.of(id), Set.of());
        assertThat(whyNot(id, TODAY)).contains("as if they were");
        assertThat(whyNot(id, OF_AGE)).as("nor later").contains("as if they were");

        guardianship.ofAgeOn(null);
        assertThat(whyNot(id, TODAY)).as("it had been a mistake").isNull();
    }

    @Test
    void isNotGivenWhereItIsNotedMeanwhileThatTheyAreNotOfAge() {
        guardianship.ofAgeOn(null);
        ConsentId id = asked(Purpose.SUPPORT);
        desk.understand(themselves, id, RIGHT_OF_AGE);
        guardianship.ofAgeOn(OF_AGE);
        assertThatThrownBy(() -> desk.give(themselves, id))
                .hasMessage(ConsentRefused.otherWords().plain());
    }

    private void tellBoth(ParticipantId kept, long sequence, Function<ParticipantId, Fact> fact) {
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(
                        new NewFact("Merging", MergingEvent.stream(kept), sequence, fact.apply(kept)),
                        new NewFact("Merging", MergingEvent.stream(p), sequence, fact.apply(p))));
    }

    /** Somebody acts under the other record of one person, and a coordinator says at that moment that they are two. */
    @Test
    void isGivenByNobodyElseWhoseRecordIsPartedFromTheirsMeanwhile() {
        ParticipantId kept = new ParticipantId(UUID.randomUUID());
        Asked other = People.participant(kept.value());
        tellBoth(kept, 0, each -> new PersonsMerged(each, kept, p, "any", HouseLaw.MERGING));
        ConsentId id = asked(Purpose.SUPPORT);
        desk.understand(other, id, RIGHT);
        guardianship.meanwhile(() -> tellBoth(kept, 1, each -> new MergeUndone(each, kept, p, HouseLaw.MERGE_UNDOING)));
        assertThatThrownBy(() -> desk.give(other, id)).isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(ConsentGiven.class)).isEmpty();
    }

    @Test
    void isNotRecordedOnAnAnswerThatWasOvertaken() {
        ConsentId id = asked(Purpose.SUPPORT);
        desk.understand(themselves, id, RIGHT);
        guardianship.lastSequence(7);
        assertThatThrownBy(() -> desk.give(themselves, id)).isInstanceOf(Overtaken.class);
        assertThat(record.facts(ConsentGiven.class)).isEmpty();
    }

    @Test
    void saysOnTheReceiptWhatAGuardianSaidAndHowItStoodOnADay() {
        ConsentId id = given(Purpose.SUPPORT, RIGHT);
        assertThat(receipts.receipt(themselves, PurposeOfUse.PATRQT, "GET", id)
                        .receipt()
                        .eventState())
                .isEqualTo("requested");

        GuardianAgreed agreed = new GuardianAgreed(
                p, id, 1, Statement.SIGNED, "colleague", "en", null, Interpreting.NONE, HouseLaw.YOUTH_BOTH);
        guardianship.says(Set.of(id), Set.of());
        guardianship.said(List.of(new RecordedFact(
                99, UUID.randomUUID(), "Youth", YouthEvent.stream(p), 3, clock.instant(), agreed, Map.of())));
        ConsentReceipt receipt =
                receipts.receipt(themselves, PurposeOfUse.PATRQT, "GET", id).receipt();
        assertThat(receipt.eventState()).isEqualTo("given");
        assertThat(receipt.event()).extracting(Event::eventType).endsWith("given", "guardian-agreed");
        assertThat(receipt.event()).extracting(Event::entityId).endsWith(p.toString(), "guardian");
        assertThat(receipts.standing(id, clock.instant()).inForce()).isTrue();

        clock.forward(Duration.between(clock.instant(), Instant.parse("2026-12-01T00:00:00Z")));
        assertThat(receipts.receipt(themselves, PurposeOfUse.PATRQT, "GET", id)
                        .receipt()
                        .eventState())
                .isEqualTo("invalidated");
        assertThat(receipts.standing(id, clock.instant()).inForce()).isFalse();
        assertThat(receipts.standing(id, Instant.parse("2026-11-30T23:59:59Z")).inForce())
                .isTrue();
    }
}
