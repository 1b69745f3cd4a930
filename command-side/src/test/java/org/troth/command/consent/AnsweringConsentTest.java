package org.troth.command.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentTalkedThrough;
import org.troth.events.consent.ConsentEvent.ConsentUnderstood;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentEvent.Interpreting;
import org.troth.events.consent.ConsentEvent.ReadingLevel;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;

class AnsweringConsentTest {

    /** Already the 22nd in London's west, still the 21st in Vancouver. */
    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private final AggregateTestFixture<Consent> fixture = fixture();
    private final ConsentId id = new ConsentId(UUID.randomUUID());
    private final ParticipantId participant = new ParticipantId(UUID.randomUUID());
    private final Recipient agency = Recipient.agency(new AgencyId(UUID.randomUUID()));
    private final ShownText text = new ShownText("sharing", 1, "en", "ab");
    private final ConsentAsked asked = asked(null);
    private final ConsentGiven given = new ConsentGiven(id, participant, HouseLaw.CONSENT_UNDERSTANDING);
    private final ConsentGiven givenBefore = new ConsentGiven(id, participant, HouseLaw.CONSENT_GIVING);
    private final ShownText questions = new ShownText("sharing-questions", 1, "en", "cd");
    private final ReadingLevel reading = new ReadingLevel("flesch-kincaid-grade", "4.2");
    private final ConsentUnderstood understood =
            new ConsentUnderstood(id, participant, questions, reading, HouseLaw.CONSENT_UNDERSTANDING);
    private final NoteUnderstanding answers = new NoteUnderstanding(id, questions, reading);
    private final ConsentDeclined declined = new ConsentDeclined(id, participant);
    private final ConsentWithdrawn withdrawn = new ConsentWithdrawn(id, participant, HouseLaw.CONSENT_WITHDRAWAL);

    private static AggregateTestFixture<Consent> fixture() {
        AggregateTestFixture<Consent> fixture = new AggregateTestFixture<>(Consent.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneId.of("America/Vancouver")));
        return fixture;
    }

    private ConsentAsked asked(@Nullable LocalDate lastDay) {
        return new ConsentAsked(id, participant, Purpose.SHARING, agency, Set.of(DataClass.IDENTITY), text, lastDay);
    }

    private AskConsent ask(Purpose purpose, Recipient recipient, Set<DataClass> classes, @Nullable LocalDate lastDay) {
        return new AskConsent(id, participant, purpose, recipient, classes, text, lastDay, null);
    }

    @Test
    void asksForOnePurposeAndOneRecipient() {
        Set<DataClass> identity = Set.of(DataClass.IDENTITY);
        fixture.givenNoPriorActivity()
                .when(ask(Purpose.SHARING, agency, identity, TODAY))
                .expectEvents(asked(TODAY));
        refused(
                fixture.givenNoPriorActivity().when(ask(Purpose.SHARING, Recipient.programme(), identity, null)),
                ConsentRefused.oneAgency());
        refused(
                fixture.givenNoPriorActivity().when(ask(Purpose.MATCHING, agency, identity, null)),
                ConsentRefused.programmeOnly());
        refused(
                fixture.givenNoPriorActivity().when(ask(Purpose.SHARING, agency, Set.of(), null)),
                ConsentRefused.noClasses());
        refused(
                fixture.givenNoPriorActivity().when(ask(Purpose.SHARING, agency, Set.of(DataClass.AUDIT), null)),
                ConsentRefused.neverShared());
        refused(
                fixture.givenNoPriorActivity().when(ask(Purpose.SHARING, agency, identity, TODAY.minusDays(1))),
                ConsentRefused.lastDayPassed());
    }

    @Test
    void lastsAtMostThreeHundredAndSixtyFiveDaysWhereSomethingIsPassedOn() {
        Set<DataClass> identity = Set.of(DataClass.IDENTITY);
        LocalDate latest = TODAY.plusDays(365);
        fixture.givenNoPriorActivity()
                .when(ask(Purpose.SHARING, agency, identity, latest))
                .expectEvents(asked(latest));
        refused(
                fixture.givenNoPriorActivity().when(ask(Purpose.SHARING, agency, identity, latest.plusDays(1))),
                ConsentRefused.lastDayTooLate());
        refused(
                fixture.givenNoPriorActivity().when(ask(Purpose.SHARING, agency, identity, null)),
                ConsentRefused.lastDayTooLate());
        fixture.givenNoPriorActivity()
                .when(ask(Purpose.SUPPORT, Recipient.programme(), identity, null))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void holdsWithoutALastDayWhereItWasAskedForBeforeThatRule() {
        fixture.given(asked(null), understood).when(new GiveConsent(id)).expectEvents(given);
        refused(fixture.given(asked(null), given).when(new NoteExpiry(id)), ConsentRefused.notYetExpired());
    }

    @Test
    void isAnsweredOnce() {
        fixture.given(asked, understood).when(new GiveConsent(id)).expectEvents(given);
        fixture.given(asked).when(new DeclineConsent(id)).expectEvents(declined);
        fixture.given(asked, understood).when(new DeclineConsent(id)).expectEvents(declined);
        refused(fixture.given(asked, given).when(new GiveConsent(id)), ConsentRefused.alreadyGiven());
        refused(fixture.given(asked, given).when(new DeclineConsent(id)), ConsentRefused.alreadyGiven());
        refused(fixture.given(asked, declined).when(new GiveConsent(id)), ConsentRefused.alreadyDeclined());
        refused(fixture.given(asked, declined).when(new DeclineConsent(id)), ConsentRefused.alreadyDeclined());
        refused(fixture.given(asked, given, withdrawn).when(new GiveConsent(id)), ConsentRefused.alreadyWithdrawn());
        refused(
                fixture.given(asked(TODAY), given, new ConsentExpired(id, participant, TODAY))
                        .when(new GiveConsent(id)),
                ConsentRefused.expired());
    }

    @Test
    void canBeGivenOnItsLastDayInTheProgrammesTimeZoneAndNotAfter() {
        fixture.given(asked(TODAY), understood).when(new GiveConsent(id)).expectEvents(given);
        refused(
                fixture.given(asked(TODAY.minusDays(1)), understood).when(new GiveConsent(id)),
                ConsentRefused.questionLapsed());
        refused(fixture.given(asked(TODAY.minusDays(1))).when(answers), ConsentRefused.questionLapsed());
        fixture.given(asked(TODAY.minusDays(1))).when(new DeclineConsent(id)).expectEvents(declined);
    }

    @Test
    void isAgreedToOnlyAfterItsQuestionsWereAnsweredRightlyAndThatOnce() {
        refused(fixture.given(asked).when(new GiveConsent(id)), ConsentRefused.notUnderstood());
        fixture.given(asked).when(answers).expectEvents(understood);
        fixture.given(asked)
                .when(new NoteUnderstanding(id, questions, null))
                .expectEvents(new ConsentUnderstood(id, participant, questions, null, HouseLaw.CONSENT_UNDERSTANDING));
        refused(fixture.given(asked, understood).when(answers), ConsentRefused.alreadyUnderstood());
        refused(fixture.given(asked, declined).when(answers), ConsentRefused.alreadyDeclined());
    }

    @Test
    void isTalkedThroughAnyNumberOfTimesBeforeItIsAnsweredAndThatAnswersNothing() {
        NoteConversation talk = new NoteConversation(id, "phone", "ar", Interpreting.PROFESSIONAL);
        ConsentTalkedThrough talked =
                new ConsentTalkedThrough(id, participant, "phone", "ar", Interpreting.PROFESSIONAL);
        fixture.given(asked).when(talk).expectEvents(talked);
        fixture.given(asked, talked).when(talk).expectEvents(talked);
        refused(fixture.given(asked, talked).when(new GiveConsent(id)), ConsentRefused.notUnderstood());
        refused(fixture.given(asked, understood, given).when(talk), ConsentRefused.alreadyGiven());
    }

    @Test
    void holdsAsItDidWhenItWasGivenBeforeThereWereQuestions() {
        fixture.given(asked, givenBefore).when(new WithdrawConsent(id)).expectEvents(withdrawn);
        refused(fixture.given(asked, givenBefore).when(answers), ConsentRefused.alreadyGiven());
    }

    @Test
    void isWithdrawnAtAnyTimeEvenAfterItsLastDayButOnlyOnce() {
        fixture.given(asked, given).when(new WithdrawConsent(id)).expectEvents(withdrawn);
        fixture.given(asked(TODAY.minusDays(9)), given)
                .when(new WithdrawConsent(id))
                .expectEvents(withdrawn);
        fixture.given(asked(TODAY), given, new ConsentExpired(id, participant, TODAY))
                .when(new WithdrawConsent(id))
                .expectEvents(withdrawn);
        refused(
                fixture.given(asked, given, withdrawn).when(new WithdrawConsent(id)),
                ConsentRefused.alreadyWithdrawn());
        refused(fixture.given(asked).when(new WithdrawConsent(id)), ConsentRefused.notGiven());
        refused(fixture.given(asked, declined).when(new WithdrawConsent(id)), ConsentRefused.notGiven());
    }

    @Test
    void isNotedAsExpiredOnceAndOnlyAfterItsLastDay() {
        LocalDate yesterday = TODAY.minusDays(1);
        ConsentExpired expired = new ConsentExpired(id, participant, yesterday);
        NoteExpiry note = new NoteExpiry(id);
        fixture.given(asked(yesterday), given).when(note).expectEvents(expired);
        refused(fixture.given(asked(yesterday), given, expired).when(note), ConsentRefused.expired());
        refused(fixture.given(asked(TODAY), given).when(note), ConsentRefused.notYetExpired());
        refused(fixture.given(asked, given).when(note), ConsentRefused.notYetExpired());
        refused(fixture.given(asked(yesterday)).when(note), ConsentRefused.notGiven());
        refused(fixture.given(asked(yesterday), given, withdrawn).when(note), ConsentRefused.alreadyWithdrawn());
    }

    private static void refused(ResultValidator<Consent> result, ConsentRefused refusal) {
        result.expectNoEvents().expectException(ConsentRefused.class).expectExceptionMessage(refusal.plain());
    }
}
