package org.troth.command.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;

class ReadingLookLawTest {

    private final LookLaw law = LookLaw.house();

    @Test
    void nobodyEverSeesAPasswordsVerifier() {
        assertThat(law.rules()).noneMatch(rule -> rule.classes().contains(DataClass.CREDENTIAL_DETAIL));
    }

    @Test
    void anAdministratorSeesNamesOfAccountsAndNothingElse() {
        assertThat(law.rules())
                .filteredOn(rule -> rule.role() == Role.ADMINISTRATOR)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.kind()).isEqualTo(SubjectKind.ACCOUNT);
                    assertThat(rule.classes()).containsExactly(DataClass.IDENTITY);
                });
    }

    @Test
    void anAuditorSeesNoStoryOfAnybody() {
        assertThat(law.rules())
                .filteredOn(rule -> rule.role() == Role.AUDITOR)
                .allSatisfy(rule ->
                        assertThat(Set.of(DataClass.IDENTITY, DataClass.AUDIT)).containsAll(rule.classes()));
    }

    @Test
    void wellbeingIsForThePersonAlone() {
        assertThat(law.rules())
                .filteredOn(rule -> rule.classes().contains(DataClass.WELLBEING)
                        || rule.classes().contains(DataClass.HEALTH)
                        || rule.classes().contains(DataClass.LOCATION))
                .isNotEmpty()
                .allMatch(rule -> rule.ground() == Ground.SELF);
    }

    @Test
    void nobodyRulesOverAnotherByAMatchButItsTwoPeopleAndWhoArrangesAChangeInIt() {
        assertThat(law.rules())
                .filteredOn(rule -> rule.ground() == Ground.MATCH)
                .isNotEmpty()
                .allMatch(rule -> rule.role() == Role.PARTICIPANT && rule.kind() == SubjectKind.VOLUNTEER
                        || rule.role() == Role.VOLUNTEER && rule.kind() == SubjectKind.PARTICIPANT
                        || rule.role() == Role.SECOND_CONTACT
                                && rule.classes().equals(Set.of(DataClass.IDENTITY, DataClass.CONTACT)));
    }

    @Test
    void ofTheOtherSidesNarrativeAMatchOpensWhatWasAgreedForItAlone() {
        assertThat(law.rules())
                .filteredOn(rule -> rule.ground() == Ground.MATCH)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.words())
                        .filteredOn(words -> words.dataClass() == DataClass.NARRATIVE)
                        .containsExactlyInAnyOrderElementsOf(
                                switch (rule.role()) {
                                    case VOLUNTEER ->
                                        Set.of(
                                                Words.BOUNDARY_WORDS,
                                                Words.ENCOUNTER_NOTE,
                                                Words.GOAL_WORDS,
                                                Words.PARTICIPANT_ACCESS,
                                                Words.PLAN_SECTION,
                                                Words.PLAN_STEP);
                                    case PARTICIPANT -> Set.of(Words.BOUNDARY_WORDS);
                                    default -> Set.<Words>of();
                                }));
        assertThat(law.permits(
                        Role.COORDINATOR,
                        PurposeOfUse.COC,
                        Ground.SUPPORT,
                        SubjectKind.PARTICIPANT,
                        Set.of(DataClass.NARRATIVE),
                        Set.of(Words.INTAKE_NOTE)))
                .isTrue();
    }

    /** S1-1: what somebody is may be what they hide, from whoever walks beside them too. */
    @Test
    void whoSomebodyIsIsForThemAndForCoordinatorsWhoCareForThem() {
        assertThat(law.rules())
                .filteredOn(rule -> rule.words().contains(Words.PARTICIPANT_CLASS) && rule.ground() != Ground.SELF)
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.role()).isEqualTo(Role.COORDINATOR);
                    assertThat(rule.kind()).isEqualTo(SubjectKind.PARTICIPANT);
                    assertThat(rule.purpose()).isIn(PurposeOfUse.CAREMGT, PurposeOfUse.COC, PurposeOfUse.TREAT);
                });
    }

    /** R5: no consent covers it yet, so there is no ground on which anybody else might read what was noted of a meeting. */
    @Test
    void whatWasNotedOfAMeetingIsForTheTwoAndWhatItWasLikeForTheVolunteerAlone() {
        assertThat(law.rules())
                .filteredOn(rule -> rule.words().contains(Words.ENCOUNTER_NOTE))
                .filteredOn(rule -> rule.kind() == SubjectKind.PARTICIPANT)
                .isNotEmpty()
                .allMatch(rule -> rule.role() == Role.PARTICIPANT && rule.ground() == Ground.SELF
                        || rule.role() == Role.VOLUNTEER && rule.ground() == Ground.MATCH);
        assertThat(law.rules())
                .filteredOn(rule -> rule.words().contains(Words.ENCOUNTER_REFLECTION))
                .isNotEmpty()
                .allMatch(rule -> rule.ground() == Ground.SELF);
        assertThat(law.rules())
                .filteredOn(rule -> rule.role() == Role.COORDINATOR || rule.role() == Role.AUDITOR)
                .noneMatch(rule -> rule.words().contains(Words.ENCOUNTER_NOTE)
                        || rule.words().contains(Words.ENCOUNTER_REFLECTION));
    }

    @Test
    void whoIsNamedBesideSomebodyIsForThemAndForWhoeverCoordinatesTheirHelp() {
        assertThat(law.rules())
                .filteredOn(rule -> rule.words().contains(Words.PARTICIPANT_OTHER_PERSON))
                .filteredOn(rule -> rule.kind() == SubjectKind.PARTICIPANT)
                .isNotEmpty()
                .allMatch(rule -> rule.role() == Role.PARTICIPANT && rule.ground() == Ground.SELF
                        || rule.role() == Role.COORDINATOR
                                && Set.of(PurposeOfUse.CAREMGT, PurposeOfUse.COC, PurposeOfUse.TREAT)
                                        .contains(rule.purpose()));
    }

    @Test
    void theWordsOfAGoalAreForTheParticipantAndForWhomTheyShowThem() {
        assertThat(law.rules())
                .filteredOn(rule -> rule.words().contains(Words.GOAL_WORDS))
                .filteredOn(rule -> rule.kind() == SubjectKind.PARTICIPANT)
                .isNotEmpty()
                .allMatch(rule -> rule.role() == Role.PARTICIPANT && rule.ground() == Ground.SELF
                        || rule.role() == Role.VOLUNTEER && rule.ground() == Ground.MATCH);
    }

    @Test
    void theLogIsForOversightAndForThePerson() {
        assertThat(law.permitsLog(Role.AUDITOR, PurposeOfUse.HCOMPL, Ground.OVERSIGHT))
                .isTrue();
        assertThat(law.permitsLog(Role.PARTICIPANT, PurposeOfUse.PATRQT, Ground.SELF))
                .isTrue();
        assertThat(law.permitsLog(Role.COORDINATOR, PurposeOfUse.COC, Ground.ROLE))
                .isFalse();
        assertThat(law.permitsLog(Role.ADMINISTRATOR, PurposeOfUse.HSYSADMIN, Ground.ROLE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COORDINATOR\tCOC\tROLE\tPARTICIPANT",
                "KING\tCOC\tROLE\tPARTICIPANT\tIDENTITY",
                "COORDINATOR\tFUN\tROLE\tPARTICIPANT\tIDENTITY",
                "COORDINATOR\tCOC\tROLE\tPARTICIPANT\tSECRETS",
                "COORDINATOR\tCOC\tROLE\tPARTICIPANT\tNARRATIVE:participant.name",
                "COORDINATOR\tCOC\tROLE\tPARTICIPANT\tNARRATIVE:",
                "COORDINATOR\tCOC,COC\tROLE\tPARTICIPANT\tIDENTITY"
            })
    void refusesATableThatItCannotRead(String table) {
        assertThatThrownBy(() -> LookLaw.read(table)).isInstanceOf(RuntimeException.class);
    }
}
