package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.troth.command.disclosure.GateHouse.PARTICIPANT;
import static org.troth.command.disclosure.GateHouse.VOLUNTEER;
import static org.troth.command.disclosure.GateHouse.look;
import static org.troth.command.disclosure.GateHouse.matched;
import static org.troth.command.disclosure.GateHouse.matchedWords;
import static org.troth.command.disclosure.GateHouse.participant;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.troth.events.MatchId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look.Shown;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;

class LookingAsSecondContactTest {

    private final GateHouse house = new GateHouse();
    private final Actor second = GateHouse.actor(Role.SECOND_CONTACT, null);
    private final Shown helped = matched(PARTICIPANT, SubjectKind.PARTICIPANT, DataClass.IDENTITY, DataClass.CONTACT);
    private final Shown walker = matched(VOLUNTEER, SubjectKind.VOLUNTEER, DataClass.IDENTITY, DataClass.CONTACT);

    private void refused(Shown shown) {
        assertThatThrownBy(() -> house.gate.disclose(look(second, PurposeOfUse.COC, shown)))
                .isInstanceOf(LookForbidden.class);
    }

    @Test
    void seesTheTwoOfAMatchInWhichAChangeIsTheirsAndHowToReachThem() {
        house.gate.disclose(look(second, PurposeOfUse.COC, helped, walker));
        assertThat(house.record.facts(RecordDisclosed.class))
                .extracting(RecordDisclosed::subject, RecordDisclosed::ground, RecordDisclosed::role)
                .containsExactly(
                        tuple(PARTICIPANT, Ground.MATCH, Role.SECOND_CONTACT),
                        tuple(VOLUNTEER, Ground.MATCH, Role.SECOND_CONTACT));
    }

    @Test
    void seesNobodyOnceItIsArranged() {
        house.changeOpen = false;
        refused(helped);
        refused(walker);
    }

    @Test
    void seesNobodyElseAndNoStoryAndNobodyWithoutAMatch() {
        refused(participant(DataClass.IDENTITY));
        refused(matched(UUID.randomUUID(), SubjectKind.PARTICIPANT, DataClass.IDENTITY));
        refused(matchedWords(PARTICIPANT, SubjectKind.PARTICIPANT, Words.ENQUIRY_WORDS));
        refused(matchedWords(PARTICIPANT, SubjectKind.PARTICIPANT, Words.BOUNDARY_WORDS));
        refused(new Shown(
                PARTICIPANT,
                SubjectKind.PARTICIPANT,
                Set.of(DataClass.IDENTITY),
                new MatchId(UUID.randomUUID()),
                null,
                1));
        assertThat(List.of(PurposeOfUse.HCOMPL, PurposeOfUse.TREAT, PurposeOfUse.HOPERAT))
                .allMatch(
                        purpose -> house.gate.groundFor(second, purpose, helped).isEmpty());
    }
}
