package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.disclosure.GateHouse.ADMINISTRATOR;
import static org.troth.command.disclosure.GateHouse.ANOTHER_VOLUNTEER;
import static org.troth.command.disclosure.GateHouse.AUDITOR;
import static org.troth.command.disclosure.GateHouse.COORDINATOR;
import static org.troth.command.disclosure.GateHouse.HELPED;
import static org.troth.command.disclosure.GateHouse.PARTICIPANT;
import static org.troth.command.disclosure.GateHouse.REQUEST;
import static org.troth.command.disclosure.GateHouse.VOLUNTEER;
import static org.troth.command.disclosure.GateHouse.WALKS_BESIDE;
import static org.troth.command.disclosure.GateHouse.actor;
import static org.troth.command.disclosure.GateHouse.look;
import static org.troth.command.disclosure.GateHouse.matched;
import static org.troth.command.disclosure.GateHouse.matchedWords;
import static org.troth.command.disclosure.GateHouse.participant;
import static org.troth.events.confidential.DataClass.AUDIT;
import static org.troth.events.confidential.DataClass.CONTACT;
import static org.troth.events.confidential.DataClass.CREDENTIAL_DETAIL;
import static org.troth.events.confidential.DataClass.HEALTH;
import static org.troth.events.confidential.DataClass.IDENTITY;
import static org.troth.events.confidential.DataClass.LEGAL;
import static org.troth.events.confidential.DataClass.NARRATIVE;
import static org.troth.events.confidential.DataClass.WELLBEING;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.events.AccountId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.DisclosureEvent.LookRefused;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.Look.Shown;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.RecordedFact;

class LookingAtRecordsTest {

    private final GateHouse house = new GateHouse();

    @Test
    void recordsOneFactPerPersonInOneStreamBeforeItPermits() {
        List<Shown> seven = IntStream.range(0, 7)
                .mapToObj(each -> Shown.participant(UUID.randomUUID(), Set.of(IDENTITY)))
                .toList();

        Disclosure disclosure =
                house.gate.disclose(new Look(COORDINATOR, PurposeOfUse.COC, "/participants", seven, REQUEST));

        assertThat(house.record.units()).isEqualTo(1);
        assertThat(house.record.facts()).hasSize(7);
        assertThat(house.record.facts())
                .extracting(RecordedFact::aggregateId)
                .containsOnly(house.record.facts().get(0).aggregateId());
        assertThat(house.record.facts()).extracting(RecordedFact::sequence).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(house.record.facts(RecordDisclosed.class))
                .extracting(RecordDisclosed::subject)
                .containsExactlyElementsOf(seven.stream().map(Shown::person).toList());
        assertThat(house.record.facts(RecordDisclosed.class)).allSatisfy(fact -> {
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
        house.gate.disclose(look(
                COORDINATOR,
                PurposeOfUse.COC,
                Shown.participant(PARTICIPANT, Set.of(IDENTITY)),
                Shown.volunteer(VOLUNTEER, Set.of(IDENTITY)),
                intakeNote()));

        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(2);
        RecordDisclosed participant = house.record.facts(RecordDisclosed.class).get(0);
        assertThat(participant.classes()).containsExactlyInAnyOrder(IDENTITY, NARRATIVE);
        assertThat(participant.results()).isEqualTo(2);
    }

    @Test
    void opensNothingAndRecordsNothingForAnEmptyPortion() {
        Disclosure nothing = house.gate.disclose(look(COORDINATOR, PurposeOfUse.COC));

        assertThat(nothing.permits(PARTICIPANT, Words.PARTICIPANT_NAME)).isFalse();
        assertThat(house.record.units()).isZero();
    }

    @Test
    void showsNothingWhenTheRecordRefuses() {
        house.record.unavailable(true);

        assertThatThrownBy(() -> house.gate.disclose(look(COORDINATOR, PurposeOfUse.COC, participant(IDENTITY))))
                .isInstanceOf(RecordUnavailable.class);
        assertThatThrownBy(() -> house.gate.search(
                        COORDINATOR,
                        PurposeOfUse.COC,
                        "/participants/search",
                        SubjectKind.PARTICIPANT,
                        Set.of(IDENTITY),
                        Set.of(PARTICIPANT),
                        REQUEST))
                .isInstanceOf(RecordUnavailable.class);
        assertThatThrownBy(() -> house.gate.logRead(AUDITOR, PurposeOfUse.HCOMPL, "/audit", null, 3, REQUEST))
                .isInstanceOf(RecordUnavailable.class);
        assertThatThrownBy(
                        () -> house.gate.disclose(look(ADMINISTRATOR, PurposeOfUse.HSYSADMIN, participant(IDENTITY))))
                .isInstanceOf(RecordUnavailable.class);
        house.record.unavailable(false);
        assertThat(house.record.units()).isZero();
    }

    static Stream<Look> permitted() {
        return Stream.of(
                look(COORDINATOR, PurposeOfUse.CAREMGT, participant(IDENTITY, CONTACT, LEGAL)),
                look(COORDINATOR, PurposeOfUse.CAREMGT, intakeNote()),
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
                look(
                        WALKS_BESIDE,
                        PurposeOfUse.TREAT,
                        matchedWords(PARTICIPANT, SubjectKind.PARTICIPANT, Words.ENCOUNTER_NOTE)),
                look(HELPED, PurposeOfUse.PATRQT, matchedWords(VOLUNTEER, SubjectKind.VOLUNTEER, Words.BOUNDARY_WORDS)),
                look(ADMINISTRATOR, PurposeOfUse.HSYSADMIN, Shown.account(UUID.randomUUID(), Set.of(IDENTITY))));
    }

    @ParameterizedTest
    @MethodSource("permitted")
    void permitsWhatTheLawOfLookingPermits(Look look) {
        house.gate.disclose(look);

        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(1);
        assertThat(house.record.facts(LookRefused.class)).isEmpty();
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
                look(AUDITOR, PurposeOfUse.HCOMPL, noteOfMeeting()),
                look(COORDINATOR, PurposeOfUse.CAREMGT, participant(NARRATIVE)),
                look(COORDINATOR, PurposeOfUse.CAREMGT, noteOfMeeting()),
                look(
                        ANOTHER_VOLUNTEER,
                        PurposeOfUse.TREAT,
                        matchedWords(PARTICIPANT, SubjectKind.PARTICIPANT, Words.ENCOUNTER_NOTE)),
                look(HELPED, PurposeOfUse.PATRQT, matched(VOLUNTEER, SubjectKind.VOLUNTEER, WELLBEING)),
                look(COORDINATOR, PurposeOfUse.COC, Shown.volunteer(VOLUNTEER, Set.of(WELLBEING))),
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
        assertThatThrownBy(() -> house.gate.disclose(look)).isInstanceOf(LookForbidden.class);

        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();
        assertThat(house.record.facts(LookRefused.class)).singleElement().satisfies(fact -> {
            assertThat(fact.actor()).isEqualTo(look.actor().account());
            assertThat(fact.route()).isEqualTo("/page/{id}");
            assertThat(look.shown()).extracting(Shown::person).contains(fact.subject());
        });
    }

    @Test
    void saysWhyWithoutARecord() {
        assertThat(house.gate.groundFor(COORDINATOR, PurposeOfUse.COC, intakeNote()))
                .contains(Ground.SUPPORT);
        assertThat(house.gate.groundFor(COORDINATOR, PurposeOfUse.HOPERAT, participant(NARRATIVE)))
                .isEmpty();
        assertThat(house.gate.groundFor(HELPED, PurposeOfUse.PATRQT, participant(NARRATIVE)))
                .contains(Ground.SELF);
        assertThat(house.record.units()).isZero();
    }

    @Test
    void takesNoValueForARoute() {
        for (String route : List.of(
                "/participants/" + PARTICIPANT, "/participants?q=finch", "/participants/Ångström", "/x".repeat(100))) {
            Look look = new Look(COORDINATOR, PurposeOfUse.COC, route, List.of(participant(IDENTITY)), REQUEST);
            assertThatThrownBy(() -> house.gate.disclose(look)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(house.record.units()).isZero();
    }

    private static Shown intakeNote() {
        return note(Words.INTAKE_NOTE);
    }

    private static Shown noteOfMeeting() {
        return note(Words.ENCOUNTER_NOTE);
    }

    private static Shown note(Words words) {
        return new Shown(PARTICIPANT, SubjectKind.PARTICIPANT, Set.of(NARRATIVE), Set.of(words), null, null, 1);
    }
}
