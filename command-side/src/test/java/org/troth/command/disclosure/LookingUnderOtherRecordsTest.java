package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

class LookingUnderOtherRecordsTest {

    private final GateHouse house = new GateHouse();
    private final ParticipantId own = new ParticipantId(GateHouse.PARTICIPANT);
    private final ParticipantId other = new ParticipantId(UUID.randomUUID());

    private void add(Fact fact, ParticipantId whose) {
        String stream = MergingEvent.stream(whose);
        house.record.record(
                new Unit(GateHouse.COORDINATOR, GateHouse.REQUEST),
                List.of(new NewFact("Merging", stream, house.record.lastSequence(stream) + 1, fact)));
    }

    private void areOne() {
        for (ParticipantId each : List.of(own, other)) {
            add(new PersonsMerged(each, other, own, "same-papers", HouseLaw.MERGING), each);
        }
    }

    private void areTwo() {
        for (ParticipantId each : List.of(own, other)) {
            add(new MergeUndone(each, other, own, HouseLaw.MERGE_UNDOING), each);
        }
    }

    private void look(Actor actor) {
        house.gate.disclose(new Look(
                actor,
                PurposeOfUse.PATRQT,
                "/mine",
                List.of(Look.Shown.participant(other.value(), Set.of(DataClass.IDENTITY))),
                GateHouse.REQUEST));
    }

    @Test
    void isTheirOwnOnlyWhileTheRecordsAreOne() {
        assertThatThrownBy(() -> look(GateHouse.HELPED)).isInstanceOf(LookForbidden.class);
        areOne();
        look(GateHouse.HELPED);
        assertThat(house.record.facts(RecordDisclosed.class)).singleElement().satisfies(disclosed -> {
            assertThat(disclosed.subject()).isEqualTo(other.value());
            assertThat(disclosed.ground()).isEqualTo(Ground.SELF);
        });
        house.gate.logRead(
                GateHouse.HELPED, PurposeOfUse.PATRQT, "/disclosures/of/{person}", other.value(), 0, GateHouse.REQUEST);
        areTwo();
        assertThatThrownBy(() -> look(GateHouse.HELPED)).isInstanceOf(LookForbidden.class);
        assertThatThrownBy(() -> house.gate.logRead(
                        GateHouse.HELPED,
                        PurposeOfUse.PATRQT,
                        "/disclosures/of/{person}",
                        other.value(),
                        0,
                        GateHouse.REQUEST))
                .isInstanceOf(LookForbidden.class);
    }

    @Test
    void isNoWayForWhoeverWalksBesideThem() {
        areOne();
        assertThatThrownBy(() -> look(GateHouse.WALKS_BESIDE)).isInstanceOf(LookForbidden.class);
        assertThatThrownBy(() -> look(GateHouse.ANOTHER_VOLUNTEER)).isInstanceOf(LookForbidden.class);
    }

    private void lookBeside(Words words) {
        house.gate.disclose(GateHouse.look(
                GateHouse.WALKS_BESIDE,
                PurposeOfUse.TREAT,
                GateHouse.matchedWords(other.value(), SubjectKind.PARTICIPANT, words)));
    }

    @Test
    void showsWhoeverWalksBesideThemTheirGoalsOfAnotherRecordAndNothingElseOfIt() {
        assertThatThrownBy(() -> lookBeside(Words.GOAL_WORDS)).isInstanceOf(LookForbidden.class);
        areOne();
        lookBeside(Words.GOAL_WORDS);
        assertThat(house.record.facts(RecordDisclosed.class)).singleElement().satisfies(disclosed -> {
            assertThat(disclosed.subject()).isEqualTo(other.value());
            assertThat(disclosed.ground()).isEqualTo(Ground.MATCH);
        });
        assertThatThrownBy(() -> lookBeside(Words.ENCOUNTER_NOTE)).isInstanceOf(LookForbidden.class);
        assertThatThrownBy(() -> house.gate.disclose(GateHouse.look(
                        GateHouse.WALKS_BESIDE,
                        PurposeOfUse.TREAT,
                        GateHouse.matched(other.value(), SubjectKind.PARTICIPANT, DataClass.IDENTITY))))
                .isInstanceOf(LookForbidden.class);
        house.record.meanwhile(this::areTwo);
        assertThatThrownBy(() -> lookBeside(Words.GOAL_WORDS)).isInstanceOf(LookForbidden.class);
        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(1);
    }
}
