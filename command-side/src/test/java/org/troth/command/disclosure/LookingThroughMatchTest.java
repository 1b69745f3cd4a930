package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.disclosure.GateHouse.HELPED;
import static org.troth.command.disclosure.GateHouse.MATCH;
import static org.troth.command.disclosure.GateHouse.PARTICIPANT;
import static org.troth.command.disclosure.GateHouse.VOLUNTEER;
import static org.troth.command.disclosure.GateHouse.WALKS_BESIDE;
import static org.troth.command.disclosure.GateHouse.look;
import static org.troth.command.disclosure.GateHouse.matched;
import static org.troth.command.disclosure.GateHouse.matchedWords;
import static org.troth.events.confidential.DataClass.IDENTITY;
import static org.troth.events.confidential.DataClass.NARRATIVE;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.troth.events.account.Role;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.Look.Shown;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;

class LookingThroughMatchTest {

    private final GateHouse house = new GateHouse();

    @Test
    void namesTheMatchThatIsTheGround() {
        house.gate.disclose(
                look(WALKS_BESIDE, PurposeOfUse.TREAT, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY)));

        assertThat(house.record.facts(RecordDisclosed.class)).singleElement().satisfies(fact -> {
            assertThat(fact.ground()).isEqualTo(Ground.MATCH);
            assertThat(fact.relation()).isEqualTo(MATCH.value());
            assertThat(fact.role()).isEqualTo(Role.VOLUNTEER);
        });
    }

    @Test
    void showsNothingOfAMatchThatHasEnded() {
        house.started = false;

        assertThatThrownBy(() -> house.gate.disclose(look(
                        WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY))))
                .isInstanceOf(LookForbidden.class);
    }

    /** Boundary words and the story told at the intake are one class in the record, and two things at the house.gate. */
    @Test
    void opensOfTheOtherSidesNarrativeWhatWasAgreedForTheMatchAlone() {
        Disclosure disclosure = house.gate.disclose(look(
                WALKS_BESIDE,
                PurposeOfUse.SUPNWK,
                matchedWords(PARTICIPANT, SubjectKind.PARTICIPANT, Words.BOUNDARY_WORDS)));

        assertThat(disclosure.permits(PARTICIPANT, Words.BOUNDARY_WORDS)).isTrue();
        assertThat(disclosure.permits(PARTICIPANT, Words.INTAKE_NOTE)).isFalse();
        assertThat(disclosure.permits(PARTICIPANT, Words.ENQUIRY_WORDS)).isFalse();
        assertThat(house.record.facts(RecordDisclosed.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.classes()).containsExactly(NARRATIVE));
    }

    @Test
    void showsAVolunteerNothingOfOthersFromTheDayAfterTheirLast() {
        Look look = look(WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY));
        house.gate.disclose(look);
        house.lastDay = house.lastDay.minusDays(1);

        assertThatThrownBy(() -> house.gate.disclose(look)).isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(1);
        // Their own record stays theirs, and the other side is not told why.
        house.gate.disclose(look(WALKS_BESIDE, PurposeOfUse.PATRQT, Shown.volunteer(VOLUNTEER, Set.of(IDENTITY))));
        house.gate.disclose(look(HELPED, PurposeOfUse.SUPNWK, matched(VOLUNTEER, SubjectKind.VOLUNTEER, IDENTITY)));
        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(3);
    }

    @Test
    void showsNothingOfAMatchThatEndsBetweenQuestionAndAppend() {
        house.betweenQuestionAndAppend.add(() -> {
            house.somethingHappensToTheMatch();
            house.started = false;
        });

        assertThatThrownBy(() -> house.gate.disclose(look(
                        WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY))))
                .isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();
    }

    @Test
    void showsNothingWhenWhatTheAskerReliedOnIsNoMoreAsItWas() {
        Look.Shown shown = matchedWords(PARTICIPANT, SubjectKind.PARTICIPANT, Words.GOAL_WORDS);
        String asked = UUID.randomUUID().toString();
        Look moved = new Look(
                WALKS_BESIDE,
                PurposeOfUse.SUPNWK,
                "/page/{id}",
                List.of(shown),
                GateHouse.REQUEST,
                List.of(new Precondition(asked, 3)));

        assertThatThrownBy(() -> house.gate.disclose(moved)).isInstanceOf(Overtaken.class);
        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();

        Look standing = new Look(
                WALKS_BESIDE,
                PurposeOfUse.SUPNWK,
                "/page/{id}",
                List.of(shown),
                GateHouse.REQUEST,
                List.of(new Precondition(asked, -1)));
        assertThat(house.gate.disclose(standing).permits(PARTICIPANT, Words.GOAL_WORDS))
                .isTrue();
    }

    @Test
    void asksAgainWhenSomethingElseHappenedToTheMatchAndGivesUpInTheEnd() {
        house.betweenQuestionAndAppend.add(house::somethingHappensToTheMatch);
        Look look = look(WALKS_BESIDE, PurposeOfUse.SUPNWK, matched(PARTICIPANT, SubjectKind.PARTICIPANT, IDENTITY));
        house.gate.disclose(look);
        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(1);

        for (int times = 0; times < 3; times++) {
            house.betweenQuestionAndAppend.add(house::somethingHappensToTheMatch);
        }
        assertThatThrownBy(() -> house.gate.disclose(look)).isInstanceOf(Overtaken.class);
        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(1);
    }
}
