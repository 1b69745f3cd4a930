package org.troth.command.encounter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemorySealing;
import org.troth.events.EncounterId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PresenceId;
import org.troth.events.SheetId;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.encounter.EncounterEvent.Attestation;
import org.troth.events.encounter.EncounterEvent.CitedSheet;
import org.troth.events.encounter.EncounterEvent.EncounterCorrected;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionApproved;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionProposed;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionSentBack;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.encounter.EncounterEvent.EncounterPresenceNoted;
import org.troth.events.encounter.EncounterEvent.EncounterSheetsGiven;
import org.troth.events.encounter.EncounterEvent.Finding;
import org.troth.events.encounter.EncounterEvent.Found;
import org.troth.events.encounter.EncounterEvent.Held;
import org.troth.events.encounter.EncounterEvent.Present;
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.encounter.EncounterEvent.Writer;
import org.troth.events.matching.WalkedTogether.Walk;
import org.troth.events.presence.Guest;
import org.troth.events.recording.Precondition;
import org.troth.events.volunteer.VolunteerStanding.Standing;

/** S0-3, S0-14, S1-10; R5, R6, R10. */
class LoggingEncountersTest {

    private static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Finding LATE = new Finding(Found.LATE_ENTRY, HouseLaw.ENCOUNTER_LATENESS);
    private static final Finding UNQUALIFIED = new Finding(Found.NOT_QUALIFIED, HouseLaw.ENCOUNTER_QUALIFICATION);

    private final AggregateTestFixture<Encounter> fixture = new AggregateTestFixture<>(Encounter.class);
    private final EncounterId id = new EncounterId(UUID.randomUUID());
    private final MatchId match = new MatchId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final Precondition at = new Precondition(match.toString(), 4);
    private final Instant began = Instant.parse("2026-06-01T15:00:00Z");
    private final Walk walking = new Walk(p, v, began, null, List.of(at));
    private final Standing qualified = new Standing(true, true, 2, new Precondition(v.toString(), 1));
    private final Standing lapsed = new Standing(true, false, 2, new Precondition(v.toString(), 1));
    private final Attestation none = new Attestation(List.of(), HouseLaw.ENCOUNTER_ATTESTATION);
    private final MemorySealing sealing = new MemorySealing();
    private final Sealed note = sealing.seal(Words.ENCOUNTER_NOTE, p.value(), "wants the letter read again");
    private final Sealed reflection = sealing.seal(Words.ENCOUNTER_REFLECTION, v.value(), "this was hard");

    @BeforeEach
    void standStill() {
        fixture.registerInjectableResource(Clock.fixed(NOW, ZONE));
    }

    private static Held held(Instant when) {
        return new Held(when, ZONE.getId(), 30, "phone", List.of("emotional"), List.of("court-day"));
    }

    private LogEncounter log(Walk walk, Standing standing, Held held, @Nullable Attestation attestation) {
        return log(walk, standing, held, attestation, List.of(), List.of());
    }

    private LogEncounter log(
            Walk walk,
            Standing standing,
            Held held,
            @Nullable Attestation attestation,
            List<Present> present,
            List<CitedSheet> given) {
        return new LogEncounter(
                id, match, walk, standing, Writer.VOLUNTEER, held, attestation, note, reflection, present, given);
    }

    private EncounterLogged logged(Held held, @Nullable Attestation attestation, Finding... findings) {
        return new EncounterLogged(
                id,
                match,
                p,
                v,
                Writer.VOLUNTEER,
                held,
                attestation,
                List.of(findings),
                note,
                reflection,
                HouseLaw.ENCOUNTER_LOGGING);
    }

    @Test
    void storesWhenAndHowTheTwoMetWithEachOnesWordsUnderTheirOwnKey() {
        Held held = held(NOW.minus(Duration.ofHours(2)));
        fixture.givenNoPriorActivity().when(log(walking, qualified, held, none)).expectEvents(logged(held, none));
    }

    @Test
    void marksAsLateWhatComesAfterTheTimeOfTheLawAndNotAtItsEnd() {
        Held inTime = held(NOW.minus(HouseLaw.IN_TIME));
        Held late = held(NOW.minus(HouseLaw.IN_TIME).minusSeconds(1));
        fixture.givenNoPriorActivity()
                .when(log(walking, qualified, inTime, none))
                .expectEvents(logged(inTime, none));
        fixture.givenNoPriorActivity().when(log(walking, qualified, late, none)).expectEvents(logged(late, none, LATE));
    }

    @Test
    void storesWhatWasHeldWithoutQualificationAndWhatTheRoleForbidsAndSaysSo() {
        Held held = held(NOW.minus(Duration.ofDays(18)));
        Attestation some = new Attestation(List.of("legal-advice", "drafting"), HouseLaw.ENCOUNTER_ATTESTATION);
        fixture.givenNoPriorActivity()
                .when(log(walking, lapsed, held, some))
                .expectEvents(logged(held, some, LATE, UNQUALIFIED));
    }

    @Test
    void isOfATimeAtWhichTheTwoWereMatched() {
        Instant end = Instant.parse("2026-07-10T15:00:00Z");
        Walk over = new Walk(p, v, began, end, List.of(at));
        Held before = held(Instant.parse("2026-05-31T22:59:00Z"));
        Held onTheFirstDay = held(Instant.parse("2026-05-31T23:00:00Z"));
        Held atTheEnd = held(end);
        Held justBefore = held(end.minusSeconds(60));
        refused(log(walking, qualified, before, none), EncounterRefused.notMatchedThen());
        fixture.givenNoPriorActivity()
                .when(log(walking, qualified, onTheFirstDay, none))
                .expectEvents(logged(onTheFirstDay, none, LATE));
        refused(log(over, qualified, atTheEnd, none), EncounterRefused.notMatchedThen());
        fixture.givenNoPriorActivity()
                .when(log(over, qualified, justBefore, none))
                .expectEvents(logged(justBefore, none, LATE));
    }

    @Test
    void isNotLoggedBeforeItBeginsOrWhereNobodyEverWalked() {
        refused(log(walking, qualified, held(NOW.plusSeconds(1)), none), EncounterRefused.notYet());
        refused(
                log(new Walk(p, null, null, null, List.of(at)), qualified, held(NOW), none),
                EncounterRefused.neverMatched());
        refused(
                log(new Walk(null, null, null, null, List.of(at)), qualified, held(NOW), none),
                EncounterRefused.neverMatched());
    }

    private void refused(LogEncounter command, EncounterRefused refusal) {
        ResultValidator<Encounter> result = fixture.givenNoPriorActivity().when(command);
        result.expectNoEvents().expectException(EncounterRefused.class).expectExceptionMessage(refusal.plain());
    }

    private CorrectEncounter correct(Held held, Standing standing) {
        return correct(held, standing, null, Map.of(), null);
    }

    private CorrectEncounter correct(
            Held held,
            Standing standing,
            @Nullable List<Guest> present,
            Map<Guest, PresenceId> agreed,
            @Nullable List<CitedSheet> given) {
        return new CorrectEncounter(
                id,
                walking,
                standing,
                Writer.COORDINATOR,
                "wrong-day-or-time",
                held,
                null,
                Wording.KEPT,
                null,
                Wording.TAKEN_AWAY,
                null,
                present,
                agreed,
                given);
    }

    private EncounterPresenceNoted noted(Writer writer, Held held, Present... present) {
        return new EncounterPresenceNoted(id, match, p, v, writer, held, List.of(present), HouseLaw.ENCOUNTER_PRESENCE);
    }

    /** S3-26: safety first, whether somebody was asked or not. */
    @Test
    void storesWhoElseWasThereAndWhetherThereWasAYesBeforehand() {
        Held held = held(NOW.minus(Duration.ofHours(2)));
        Present agreed = new Present(Guest.TRAINEE, new PresenceId(UUID.randomUUID()));
        Present unasked = new Present(Guest.OBSERVER, null);
        fixture.givenNoPriorActivity()
                .when(log(walking, qualified, held, none, List.of(unasked, agreed), List.of()))
                .expectEvents(logged(held, none), noted(Writer.VOLUNTEER, held, unasked, agreed));
    }

    /** Judged anew by the day on which it was held as it now stands. */
    @Test
    void judgesAnewWithACorrectionWhoWasThereAndSaysItOnlyWhereItIsNew() {
        Held held = held(NOW.minus(Duration.ofHours(2)));
        Held dayBefore = held(NOW.minus(Duration.ofHours(26)));
        PresenceId question = new PresenceId(UUID.randomUUID());
        Present agreed = new Present(Guest.TRAINEE, question);
        Present unasked = new Present(Guest.TRAINEE, null);
        EncounterPresenceNoted before = noted(Writer.VOLUNTEER, held, agreed);
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none), before)
                .when(correct(held, qualified, null, Map.of(Guest.TRAINEE, question), null))
                .expectEvents(corrected(held));
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none), before)
                .when(correct(dayBefore, qualified))
                .expectEvents(corrected(dayBefore), proposed(2, held), noted(Writer.COORDINATOR, dayBefore, unasked));
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none), before)
                .when(correct(held, qualified, List.of(), Map.of(), null))
                .expectEvents(corrected(held), proposed(2, held), noted(Writer.COORDINATOR, held));
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none))
                .when(correct(held, qualified, List.of(Guest.TRAINEE), Map.of(Guest.TRAINEE, question), null))
                .expectEvents(corrected(held), proposed(2, held), noted(Writer.COORDINATOR, held, agreed));
    }

    /** S0-15, S3-15: which version was given stays on the record beside the meeting. */
    @Test
    void citesTheSheetsThatWereGivenAndOthersOnlyWhereItIsCorrected() {
        Held held = held(NOW.minus(Duration.ofHours(2)));
        CitedSheet sheet = new CitedSheet(new SheetId(UUID.randomUUID()), 3, "ab");
        CitedSheet other = new CitedSheet(new SheetId(UUID.randomUUID()), 1, "cd");
        fixture.givenNoPriorActivity()
                .when(log(walking, qualified, held, none, List.of(), List.of(sheet)))
                .expectEvents(logged(held, none), given(Writer.VOLUNTEER, held, sheet));
        for (List<CitedSheet> same : Arrays.asList(null, List.of(sheet))) {
            fixture.givenCurrentTime(NOW)
                    .andGiven(logged(held, none), given(Writer.VOLUNTEER, held, sheet))
                    .when(correct(held, qualified, null, Map.of(), same))
                    .expectEvents(corrected(held));
        }
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none), given(Writer.VOLUNTEER, held, sheet))
                .when(correct(held, qualified, null, Map.of(), List.of(other)))
                .expectEvents(corrected(held), proposed(2, held), given(Writer.COORDINATOR, held, other));
    }

    private EncounterSheetsGiven given(Writer writer, Held held, CitedSheet... sheets) {
        return new EncounterSheetsGiven(id, match, p, v, writer, held, List.of(sheets), HouseLaw.ENCOUNTER_SHEETS);
    }

    private EncounterCorrected corrected(Held held, Finding... findings) {
        return new EncounterCorrected(
                id,
                match,
                p,
                v,
                Writer.COORDINATOR,
                "wrong-day-or-time",
                held,
                null,
                List.of(findings),
                Wording.KEPT,
                null,
                Wording.TAKEN_AWAY,
                null,
                HouseLaw.ENCOUNTER_CORRECTION);
    }

    private EncounterCorrectionProposed proposed(int version, Held holds, Finding... findings) {
        return new EncounterCorrectionProposed(
                id, match, p, v, Writer.COORDINATOR, version, holds, List.of(findings), HouseLaw.ENCOUNTER_APPROVAL);
    }

    private EncounterCorrectionApproved approved(int version, Held held, Finding... findings) {
        return new EncounterCorrectionApproved(
                id, match, p, v, version, held, List.of(findings), HouseLaw.ENCOUNTER_APPROVAL);
    }

    private EncounterCorrectionSentBack sentBack(int version, Held holds, Finding... findings) {
        return new EncounterCorrectionSentBack(
                id, match, p, v, version, "right-as-it-was", holds, List.of(findings), HouseLaw.ENCOUNTER_APPROVAL);
    }

    /** What is found of it is found at once; which of the two holds waits for somebody else. */
    @Test
    void holdsAsItDidUntilACorrectionIsApproved() {
        Held held = held(NOW.minus(Duration.ofHours(2)));
        Held dayBefore = held(NOW.minus(Duration.ofHours(26)));
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none))
                .when(correct(dayBefore, lapsed))
                .expectEvents(corrected(dayBefore, UNQUALIFIED), proposed(2, held, UNQUALIFIED));
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none), corrected(dayBefore), proposed(2, held))
                .when(new ApproveCorrection(id, 2))
                .expectEvents(approved(2, dayBefore));
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none), corrected(dayBefore, UNQUALIFIED), proposed(2, held, UNQUALIFIED))
                .when(new SendCorrectionBack(id, 2, "right-as-it-was"))
                .expectEvents(sentBack(2, held));
    }

    @Test
    void notesAgainWhoWasThereWhenACorrectionIsSentBack() {
        Held held = held(NOW.minus(Duration.ofHours(2)));
        Present unasked = new Present(Guest.OBSERVER, null);
        CitedSheet sheet = new CitedSheet(new SheetId(UUID.randomUUID()), 3, "ab");
        CitedSheet other = new CitedSheet(new SheetId(UUID.randomUUID()), 1, "cd");
        fixture.givenCurrentTime(NOW)
                .andGiven(
                        logged(held, none),
                        noted(Writer.VOLUNTEER, held, unasked),
                        given(Writer.VOLUNTEER, held, sheet),
                        corrected(held),
                        proposed(2, held),
                        noted(Writer.COORDINATOR, held),
                        given(Writer.COORDINATOR, held, other))
                .when(new SendCorrectionBack(id, 2, "right-as-it-was"))
                .expectEvents(
                        sentBack(2, held),
                        noted(Writer.COORDINATOR, held, unasked),
                        given(Writer.COORDINATOR, held, sheet));
    }

    /** The newest waits; what held before the first of them still holds. */
    @Test
    void takesThePlaceOfACorrectionThatWaitsAndIsLookedAtForItself() {
        Held held = held(NOW.minus(Duration.ofHours(2)));
        Held hourBefore = held(NOW.minus(Duration.ofHours(3)));
        Held dayBefore = held(NOW.minus(Duration.ofHours(26)));
        List<Object> two = List.of(
                logged(held, none), corrected(hourBefore), proposed(2, held), corrected(dayBefore), proposed(3, held));
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none), corrected(hourBefore), proposed(2, held))
                .when(correct(hourBefore, qualified))
                .expectEvents(corrected(hourBefore), proposed(3, held));
        fixture.givenCurrentTime(NOW)
                .andGiven(two)
                .when(new ApproveCorrection(id, 2))
                .expectNoEvents()
                .expectException(EncounterRefused.class);
        fixture.givenCurrentTime(NOW)
                .andGiven(two)
                .when(new ApproveCorrection(id, 3))
                .expectEvents(approved(3, dayBefore));
        fixture.givenCurrentTime(NOW)
                .andGiven(two)
                .when(new SendCorrectionBack(id, 3, "right-as-it-was"))
                .expectEvents(sentBack(3, held));
    }

    /** Words alone, which no coordinator may read, and whatever was corrected before there was this rule. */
    @Test
    void asksForNoApprovalOfWordsAloneNorOfWhatHeldBefore() {
        Held held = held(NOW.minus(Duration.ofHours(2)));
        Held dayBefore = held(NOW.minus(Duration.ofHours(26)));
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none))
                .when(correct(held, qualified))
                .expectEvents(corrected(held));
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none), corrected(dayBefore))
                .when(new ApproveCorrection(id, 2))
                .expectNoEvents()
                .expectException(EncounterRefused.class);
        fixture.givenCurrentTime(NOW)
                .andGiven(logged(held, none), corrected(dayBefore), proposed(2, held), approved(2, dayBefore))
                .when(new SendCorrectionBack(id, 2, "right-as-it-was"))
                .expectNoEvents()
                .expectException(EncounterRefused.class);
    }

    /** However often and however late it is corrected: late is what was late when it first came. */
    @Test
    void isCorrectedBesideWhatWasThereAndJudgedByWhenItFirstCame() {
        Instant entered = Instant.parse("2026-07-05T10:00:00Z");
        Held held = held(entered.minus(Duration.ofHours(1)));
        Held dayBefore = held(entered.minus(Duration.ofDays(1)));
        Held weekBefore = held(entered.minus(Duration.ofDays(7)));
        fixture.givenCurrentTime(entered)
                .andGiven(logged(held, none))
                .andGivenCurrentTime(NOW)
                .when(correct(dayBefore, qualified))
                .expectEvents(corrected(dayBefore), proposed(2, held));
        fixture.givenCurrentTime(entered)
                .andGiven(logged(held, none))
                .andGivenCurrentTime(NOW)
                .andGiven(corrected(dayBefore))
                .when(correct(weekBefore, lapsed))
                .expectEvents(corrected(weekBefore, LATE, UNQUALIFIED), proposed(3, dayBefore, LATE, UNQUALIFIED));
    }

    @Test
    void isCorrectedToNoTimeAtWhichItCannotHaveBeen() {
        Held held = held(NOW.minus(Duration.ofDays(1)));
        fixture.given(logged(held, none))
                .when(correct(held(NOW.plusSeconds(60)), qualified))
                .expectNoEvents()
                .expectException(EncounterRefused.class);
        fixture.given(logged(held, none))
                .when(correct(held(began.minus(Duration.ofDays(1))), qualified))
                .expectNoEvents()
                .expectException(EncounterRefused.class);
    }

    @ParameterizedTest
    @EnumSource(Wording.class)
    void takesWordsWithACorrectionExactlyWhenItChangesThem(Wording wording) {
        @Nullable Sealed wrong = wording == Wording.CHANGED ? null : note;
        assertThatThrownBy(() -> new EncounterCorrected(
                        id,
                        match,
                        p,
                        v,
                        Writer.VOLUNTEER,
                        "other",
                        held(NOW),
                        null,
                        List.of(),
                        wording,
                        wrong,
                        Wording.KEPT,
                        null,
                        HouseLaw.ENCOUNTER_CORRECTION))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
