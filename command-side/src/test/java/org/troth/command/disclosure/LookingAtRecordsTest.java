package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.events.confidential.DataClass.AUDIT;
import static org.troth.events.confidential.DataClass.CONTACT;
import static org.troth.events.confidential.DataClass.CREDENTIAL_DETAIL;
import static org.troth.events.confidential.DataClass.HEALTH;
import static org.troth.events.confidential.DataClass.IDENTITY;
import static org.troth.events.confidential.DataClass.LEGAL;
import static org.troth.events.confidential.DataClass.NARRATIVE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.command.record.MemoryRecord;
import org.troth.events.AccountId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.DisclosureEvent.LogRead;
import org.troth.events.disclosure.DisclosureEvent.LookRefused;
import org.troth.events.disclosure.DisclosureEvent.PeopleSearched;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.Look.Shown;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

class LookingAtRecordsTest {

    private static final UUID PARTICIPANT = UUID.randomUUID();
    private static final UUID VOLUNTEER = UUID.randomUUID();
    private static final MatchId MATCH = new MatchId(UUID.randomUUID());
    private static final UUID REQUEST = UUID.randomUUID();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final Actor COORDINATOR = actor(Role.COORDINATOR, null);
    private static final Actor AUDITOR = actor(Role.AUDITOR, null);
    private static final Actor ADMINISTRATOR = actor(Role.ADMINISTRATOR, null);
    private static final Actor HELPED = actor(Role.PARTICIPANT, PARTICIPANT);
    private static final Actor WALKS_BESIDE = actor(Role.VOLUNTEER, VOLUNTEER);
    private static final Actor ANOTHER_VOLUNTEER = actor(Role.VOLUNTEER, UUID.randomUUID());

    private final MemoryRecord record = new MemoryRecord(CLOCK);
    private boolean started = true;
    private LocalDate lastDay = LocalDate.of(2026, 11, 21);
    private final VolunteerStanding volunteers = (volunteer, day) -> new VolunteerStanding.Standing(
            true,
            !lastDay.isBefore(day),
            1,
            new Precondition(volunteer.toString(), record.lastSequence(volunteer.toString())));
    private final List<Runnable> betweenQuestionAndAppend = new ArrayList<>();
    private final MatchInForce matches = match -> {
        MatchInForce.Standing standing = match.equals(MATCH)
                ? new MatchInForce.Standing(
                        started,
                        new ParticipantId(PARTICIPANT),
                        new VolunteerId(VOLUNTEER),
                        new Precondition(match.toString(), record.lastSequence(match.toString())))
                : new MatchInForce.Standing(false, null, null, new Precondition(match.toString(), -1));
        if (!betweenQuestionAndAppend.isEmpty()) {
            betweenQuestionAndAppend.remove(0).run();
        }
        return standing;
    };
    private final Gate gate = new Gate(record, new Entitlements(matches, volunteers, CLOCK));

    @Test
    void recordsOneFactPerPersonInOneStreamBeforeItPermits() {
        List<Shown> seven = IntStream.range(0, 7)
                .mapToObj(each -> Shown.participant(UUID.randomUUID(), Set.of(IDENTITY)))
                .toList();

        Disclosure disclosure = gate.disclose(new Look(COORDINATOR, PurposeOfUse.COC, "/participants", seven, REQUEST));

        assertThat(record.units()).isEqualTo(1);
        assertThat(record.facts()).hasSize(7);
        assertThat(record.facts())
                .extracting(RecordedFact::aggregateId)
                .containsOnly(record.facts().get(0).aggregateId());
        assertThat(record.facts()).extracting(RecordedFact::sequence).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(record.facts(RecordDisclosed.class))
                .extracting(RecordDisclosed::subject)
                .containsExactlyElementsOf(seven.stream().map(Shown::person).toList());
        assertThat(record.facts(RecordDisclosed.class)).allSatisfy(fact -> {
            assertThat(fact.actor()).isEqualTo(COORDINATOR.account());
            assertThat(fact.role()).isEqualTo(Role.COORDINATOR);
            assertThat(fact.purpose()).isEqualTo(PurposeOfUse.COC);
            assertThat(fact.ground()).isEqualTo(Ground.ROLE);
            assertThat(fact.route()).isEqualTo("/participants");
            assertThat(fact.classes()).containsExactly(IDENTITY);
        });
        assertThat(disclosure.position()).isEqualTo(6);
        assertThat(disclosure.permits(seven.get(3).person(), Words.PARTICIPANT_NAME))
                .isTrue();
        assertThat(disclosure.permits(seven.get(3).person(), Words.PARTICIPANT_CONTACT))
                .isFalse();
        assertThat(disclosure.permits(PARTICIPANT, Words.PARTICIPANT_NAME)).isFalse();
    }

    @Test
    void foldsThePartsOfOnePersonIntoOneFact() {
        gate.disclose(look(
                COORDINATOR,
                PurposeOfUse.COC,
                Shown.participant(PARTICIPANT, Set.of(IDENTITY)),
                Shown.volunteer(VOLUNTEER, Set.of(IDENTITY)),
                Shown.participant(PARTICIPANT, Set.of(NARRATIVE))));

        assertThat(record.facts(RecordDisclosed.class)).hasSize(2);
        RecordDisclosed participant = record.facts(RecordDisclosed.class).get(0);
        assertThat(participant.classes()).containsExactlyInAnyOrder(IDENTITY, NARRATIVE);
        assertThat(participant.results()).isEqualTo(2);
    }

    @Test
    void opensNothingAndRecordsNothingForAnEmptyPortion() {
        Disclosure nothing = gate.disclose(look(COORDINATOR, PurposeOfUse.COC));

        assertThat(nothing.permits(PARTICIPANT, Words.PARTICIPANT_NAME)).isFalse();
        assertThat(record.units()).isZero();
    }

    @Test
    void showsNothingWhenTheRecordRefuses() {
        record.unavailable(true);

        assertThatThrownBy(() -> gate.disclose(look(COORDINATOR, PurposeOfUse.COC, participant(IDENTITY))))
                .isInstanceOf(RecordUnavailable.class);
        assertThatThrownBy(() -> gate.search(
                        COORDINATOR,
                        PurposeOfUse.COC,
                        "/participants/search",
                        SubjectKind.PARTICIPANT,
                        Set.of(IDENTITY),
                        Set.of(PARTICIPANT),
                        REQUEST))
                .isInstanceOf(RecordUnavailable.class);
        assertThatThrownBy(() -> gate.logRead(AUDITOR, PurposeOfUse.HCOMPL, "/audit", null, 3, REQUEST))
                .isInstanceOf(RecordUnavailable.class);
        assertThatThrownBy(() -> gate.disclose(look(ADMINISTRATOR, PurposeOfUse.HSYSADMIN, participant(IDENTITY))))
                .isInstanceOf(RecordUnavailable.class);
        record.unavailable(false);
        assertThat(record.units()).isZero();
    }

    static Stream<Look> permitted() {
        return Stream.of(
                look(COORDINATOR, PurposeOfUse.CAREMGT, participant(IDENTITY, CONTACT, NARRATIVE, LEGAL)),
                look(COORDINATOR, PurposeOfUse.HOPERAT, participant(IDENTITY, CONTACT)),
                look(COORDINATOR, PurposeOfUse.COC, participant()),
                look(COORDINATOR, PurposeOfUse.COC, Shown.account(UUID.randomUUID(), Set.of(IDENTITY))),
                look(AUDITOR, PurposeOfUse.HCOMPL, participant(IDENTITY, AUDIT)),
                look(AUDITOR, PurposeOfUse.HQUALIMP, Shown.account(UUID.randomUUID(), Set.of(IDENTITY))),
                look(HELPED, PurposeOfUse.PATRQT, participant(IDENTITY, CONTACT, NARRATIVE, LEGAL, HEALTH, AUDIT)),
                look(HELPED, PurposeOfUse.SUPNWK, matched(VOLUNTEER, SubjectKind.VOLUNTEER, IDENTITY, CONTACT)),
                look(
                        WALKS_BESIDE,
                        PurposeOfUse.SUPNWK,
                        matchedWords(PARTICIPANT, SubjectKind.PARTICIPANT, Words.BOUNDARY_WORDS)),
                look(HELPED, PurposeOfUse.PATRQT, matchedWords(VOLUNTEER, SubjectKind.VOLUNTEER, Words.BOUNDARY_WORDS)),
                look(ADMINISTRATOR, PurposeOfUse.HSYSADMIN, Shown.account(UUID.randomUUID(), Set.of(IDENTITY))));
    }

    @ParameterizedTest
    @MethodSource("permitted")
    void permitsWhatTheLawOfLookingPermits(Look look) {
        gate.disclose(look);

        assertThat(record.facts(RecordDisclosed.class)).hasSize(1);
        assertThat(record.facts(LookRefused.class)).isEmpty();
    }

    static Stream<Look> forbidden() {
        UUID stranger = UUID.randomUUID();
        return Stream.of(
                look(COORDINATOR, PurposeOfUse.HOPERAT, participant(NARRATIVE)),
                look(COORDINATOR, PurposeOfUse.HCOMPL, participant(IDENTITY)),
                look(COORDINATOR, PurposeOfUse.HRESCH, participant(IDENTITY)),
                look(COORDINATOR, PurposeOfUse.COC, participant(AUDIT)),
                look(COORDINATOR, PurposeOfUse.COC, participant(HEALTH)),
                look(COORDINATOR, PurposeOfUse.BTG, participant(IDENTITY)),
                look(AUDITOR, PurposeOfUse.HQUALIMP, participant(IDENTITY)),
                look(AUDITOR, PurposeOfUse.HCOMPL, participant(NARRATIVE)),
                look(AUDITOR, PurposeOfUse.COC, participant(IDENTITY)),
                look(ADMINISTRATOR, PurposeOfUse.HSYSADMIN, participant(IDENTITY)),
                look(ADMINISTRATOR, PurposeOfUse.HSYSADMIN, participant()),
                look(
                        ADMINISTRATOR,
                        PurposeOfUse.HSYSADMIN,
                        Shown.account(UUID.randomUUID(), Set.of(CREDENTIAL_DETAIL))),
                look(HELPED, PurposeOfUse.PATRQT, Shown.participant(stranger, Set.of(IDENTITY))),
                look(HELPED, PurposeOfUse.PATRQT, participant(CREDENTIAL_DETAIL)),
                look(HELPED, PurposeOfUse.COC, participant(IDENTITY)),
                look(HELPED, PurposeOfUse.SUPNWK, Shown.volunteer(VOLUNTEER, Set.of(IDENTITY))),
                look(HELPED, PurposeOfUse.SUPNWK, matched(stranger, SubjectKind.VOLUNTEER, IDENTITY)),
                look(WALKS_BESIDE, PurposeOfUse.SUPNWK, participant(IDENTITY)),
                look(WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(stranger, SubjectKind.PARTICIPANT, IDENTITY)),
                look(WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, LEGAL)),
                look(
                        WALKS_BESIDE,
                        PurposeOfUse.SUPNWK,
                        matchedWords(PARTICIPANT, SubjectKind.PARTICIPANT, Words.INTAKE_NOTE)),
                look(
                        WALKS_BESIDE,
                        PurposeOfUse.TREAT,
                        matchedWords(PARTICIPANT, SubjectKind.PARTICIPANT, Words.BOUNDARY_WORDS, Words.ENQUIRY_WORDS)),
                look(WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, NARRATIVE)),
                look(WALKS_BESIDE, PurposeOfUse.PATRQT, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY)),
                look(ANOTHER_VOLUNTEER, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY)),
                look(
                        actor(Role.VOLUNTEER, null),
                        PurposeOfUse.SUPNWK,
                        matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY)),
                look(
                        new Actor(new AccountId(UUID.randomUUID()), Set.of(), PARTICIPANT, 0),
                        PurposeOfUse.PATRQT,
                        participant(IDENTITY)),
                look(COORDINATOR, PurposeOfUse.COC, participant(IDENTITY), Shown.volunteer(VOLUNTEER, Set.of(HEALTH))));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void forbidsTheRestAndPutsTheRefusalOnTheRecord(Look look) {
        assertThatThrownBy(() -> gate.disclose(look)).isInstanceOf(LookForbidden.class);

        assertThat(record.facts(RecordDisclosed.class)).isEmpty();
        assertThat(record.facts(LookRefused.class)).singleElement().satisfies(fact -> {
            assertThat(fact.actor()).isEqualTo(look.actor().account());
            assertThat(fact.route()).isEqualTo("/page/{id}");
            assertThat(look.shown()).extracting(Shown::person).contains(fact.subject());
        });
    }

    @Test
    void namesTheMatchThatIsTheGround() {
        gate.disclose(look(WALKS_BESIDE, PurposeOfUse.TREAT, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY)));

        assertThat(record.facts(RecordDisclosed.class)).singleElement().satisfies(fact -> {
            assertThat(fact.ground()).isEqualTo(Ground.MATCH);
            assertThat(fact.relation()).isEqualTo(MATCH.value());
            assertThat(fact.role()).isEqualTo(Role.VOLUNTEER);
        });
    }

    @Test
    void showsNothingOfAMatchThatHasEnded() {
        started = false;

        assertThatThrownBy(() -> gate.disclose(look(
                        WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY))))
                .isInstanceOf(LookForbidden.class);
    }

    /** Boundary words and the story told at the intake are one class in the record, and two things at the gate. */
    @Test
    void opensOfTheOtherSidesNarrativeWhatWasAgreedForTheMatchAlone() {
        Disclosure disclosure = gate.disclose(look(
                WALKS_BESIDE,
                PurposeOfUse.SUPNWK,
                matchedWords(PARTICIPANT, SubjectKind.PARTICIPANT, Words.BOUNDARY_WORDS)));

        assertThat(disclosure.permits(PARTICIPANT, Words.BOUNDARY_WORDS)).isTrue();
        assertThat(disclosure.permits(PARTICIPANT, Words.INTAKE_NOTE)).isFalse();
        assertThat(disclosure.permits(PARTICIPANT, Words.ENQUIRY_WORDS)).isFalse();
        assertThat(record.facts(RecordDisclosed.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.classes()).containsExactly(NARRATIVE));
    }

    @Test
    void showsAVolunteerNothingOfOthersFromTheDayAfterTheirLast() {
        Look look = look(WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY));
        gate.disclose(look);
        lastDay = lastDay.minusDays(1);

        assertThatThrownBy(() -> gate.disclose(look)).isInstanceOf(LookForbidden.class);
        assertThat(record.facts(RecordDisclosed.class)).hasSize(1);
        // Their own record stays theirs, and the other side is not told why.
        gate.disclose(look(WALKS_BESIDE, PurposeOfUse.PATRQT, Shown.volunteer(VOLUNTEER, Set.of(IDENTITY))));
        gate.disclose(look(HELPED, PurposeOfUse.SUPNWK, matched(VOLUNTEER, SubjectKind.VOLUNTEER, IDENTITY)));
        assertThat(record.facts(RecordDisclosed.class)).hasSize(3);
    }

    @Test
    void showsNothingOfAMatchThatEndsBetweenQuestionAndAppend() {
        betweenQuestionAndAppend.add(() -> {
            somethingHappensToTheMatch();
            started = false;
        });

        assertThatThrownBy(() -> gate.disclose(look(
                        WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY))))
                .isInstanceOf(LookForbidden.class);
        assertThat(record.facts(RecordDisclosed.class)).isEmpty();
    }

    @Test
    void asksAgainWhenSomethingElseHappenedToTheMatchAndGivesUpInTheEnd() {
        betweenQuestionAndAppend.add(this::somethingHappensToTheMatch);
        Look look = look(WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY));
        gate.disclose(look);
        assertThat(record.facts(RecordDisclosed.class)).hasSize(1);

        for (int times = 0; times < 3; times++) {
            betweenQuestionAndAppend.add(this::somethingHappensToTheMatch);
        }
        assertThatThrownBy(() -> gate.disclose(look)).isInstanceOf(Overtaken.class);
        assertThat(record.facts(RecordDisclosed.class)).hasSize(1);
    }

    @Test
    void recordsASearchOnceWithItsScopeAndNeverItsPeople() {
        Disclosure disclosure = gate.search(
                COORDINATOR,
                PurposeOfUse.COC,
                "/participants/search",
                SubjectKind.PARTICIPANT,
                Set.of(IDENTITY),
                Set.of(PARTICIPANT, VOLUNTEER),
                REQUEST);

        assertThat(disclosure.permits(PARTICIPANT, Words.PARTICIPANT_NAME)).isTrue();
        assertThat(disclosure.permits(PARTICIPANT, Words.PARTICIPANT_CONTACT)).isFalse();
        assertThat(record.facts()).hasSize(1);
        assertThat(record.facts(PeopleSearched.class)).singleElement().satisfies(fact -> {
            assertThat(fact.scanned()).isEqualTo(2);
            assertThat(fact.scope()).isEqualTo(SubjectKind.PARTICIPANT);
        });
    }

    @Test
    void forbidsSearchesToThoseWhoseGroundIsARelation() {
        for (Actor actor : List.of(HELPED, WALKS_BESIDE, ADMINISTRATOR)) {
            assertThatThrownBy(() -> gate.search(
                            actor,
                            PurposeOfUse.SUPNWK,
                            "/participants/search",
                            SubjectKind.PARTICIPANT,
                            Set.of(IDENTITY),
                            Set.of(PARTICIPANT),
                            REQUEST))
                    .isInstanceOf(LookForbidden.class);
        }
        assertThat(record.facts(LookRefused.class)).hasSize(3);
        assertThat(record.facts(PeopleSearched.class)).isEmpty();
    }

    @Test
    void recordsThatTheLogWasReadByThoseWhoMay() {
        gate.logRead(AUDITOR, PurposeOfUse.RECORDMGT, "/audit", null, 12, REQUEST);
        gate.logRead(HELPED, PurposeOfUse.PATRQT, "/disclosures/of/{person}", PARTICIPANT, 2, REQUEST);

        assertThat(record.facts(LogRead.class)).extracting(LogRead::results).containsExactly(12, 2);
        assertThat(record.facts(LogRead.class))
                .extracting(LogRead::role)
                .containsExactly(Role.AUDITOR, Role.PARTICIPANT);
    }

    @Test
    void keepsTheLogFromEverybodyElse() {
        for (Actor actor : List.of(COORDINATOR, ADMINISTRATOR, WALKS_BESIDE)) {
            for (PurposeOfUse purpose : List.of(PurposeOfUse.PATRQT, PurposeOfUse.HCOMPL, PurposeOfUse.HSYSADMIN)) {
                assertThatThrownBy(
                                () -> gate.logRead(actor, purpose, "/disclosures/of/{person}", PARTICIPANT, 1, REQUEST))
                        .isInstanceOf(LookForbidden.class);
            }
        }
        assertThatThrownBy(() -> gate.logRead(HELPED, PurposeOfUse.PATRQT, "/audit", null, 1, REQUEST))
                .isInstanceOf(LookForbidden.class);
        assertThat(record.facts(LogRead.class)).isEmpty();
        assertThat(record.facts(LookRefused.class)).hasSize(10);
    }

    @Test
    void saysWhyWithoutARecord() {
        assertThat(gate.groundFor(COORDINATOR, PurposeOfUse.COC, participant(NARRATIVE)))
                .contains(Ground.ROLE);
        assertThat(gate.groundFor(COORDINATOR, PurposeOfUse.HOPERAT, participant(NARRATIVE)))
                .isEmpty();
        assertThat(gate.groundFor(HELPED, PurposeOfUse.PATRQT, participant(NARRATIVE)))
                .contains(Ground.SELF);
        assertThat(record.units()).isZero();
    }

    @Test
    void storesNoMoreThanThirtyRefusalsAMinuteOfOneActor() {
        for (int times = 0; times < Gate.MOST_REFUSALS; times++) {
            gate.refused(COORDINATOR, "/accounts/{account}/lock", null, "administrators-only", REQUEST);
        }
        for (int times = 0; times < 100; times++) {
            assertThatThrownBy(() -> gate.refused(COORDINATOR, "/accounts", null, "administrators-only", REQUEST))
                    .isInstanceOfSatisfying(
                            TooManyRefusals.class,
                            refused -> assertThat(refused.retryAfter())
                                    .isPositive()
                                    .isLessThanOrEqualTo(Gate.REFUSAL_WINDOW));
            assertThatThrownBy(() -> gate.disclose(look(COORDINATOR, PurposeOfUse.HRESCH, participant(IDENTITY))))
                    .isInstanceOf(TooManyRefusals.class);
        }
        assertThat(record.facts(LookRefused.class)).hasSize(Gate.MOST_REFUSALS);

        gate.refused(AUDITOR, "/accounts", null, "administrators-only", REQUEST);
        assertThat(record.facts(LookRefused.class)).hasSize(Gate.MOST_REFUSALS + 1);
        gate.disclose(look(COORDINATOR, PurposeOfUse.COC, participant(IDENTITY)));
        assertThat(record.facts(RecordDisclosed.class)).hasSize(1);
    }

    @Test
    void takesNoValueForARoute() {
        for (String route : List.of(
                "/participants/" + PARTICIPANT, "/participants?q=finch", "/participants/Ångström", "/x".repeat(100))) {
            Look look = new Look(COORDINATOR, PurposeOfUse.COC, route, List.of(participant(IDENTITY)), REQUEST);
            assertThatThrownBy(() -> gate.disclose(look)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(record.units()).isZero();
    }

    private void somethingHappensToTheMatch() {
        String stream = MATCH.toString();
        record.record(
                new Unit(COORDINATOR, REQUEST),
                List.of(new NewFact(
                        "Match",
                        stream,
                        record.lastSequence(stream) + 1,
                        new MatchRequested(MATCH, new ParticipantId(PARTICIPANT)))));
    }

    private static Actor actor(Role role, UUID person) {
        return new Actor(new AccountId(UUID.randomUUID()), Set.of(role), person, 1);
    }

    private static Look look(Actor actor, PurposeOfUse purpose, Shown... shown) {
        return new Look(actor, purpose, "/page/{id}", List.of(shown), REQUEST);
    }

    private static Shown participant(DataClass... classes) {
        return Shown.participant(PARTICIPANT, Set.of(classes));
    }

    private static Shown matchedWords(UUID person, SubjectKind kind, Words... words) {
        return new Shown(person, kind, Set.of(NARRATIVE), Set.of(words), MATCH, null, 1);
    }

    private static Shown matched(UUID person, SubjectKind kind, DataClass... classes) {
        return new Shown(person, kind, Set.of(classes), MATCH, null, 1);
    }
}
