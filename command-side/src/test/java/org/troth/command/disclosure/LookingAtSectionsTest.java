package org.troth.command.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.troth.command.disclosure.GateHouse.COORDINATOR;
import static org.troth.command.disclosure.GateHouse.HELPED;
import static org.troth.command.disclosure.GateHouse.MATCH;
import static org.troth.command.disclosure.GateHouse.PARTICIPANT;
import static org.troth.command.disclosure.GateHouse.REQUEST;
import static org.troth.command.disclosure.GateHouse.WALKS_BESIDE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.MatchId;
import org.troth.events.account.Actor;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.keys.KeyEvent;
import org.troth.events.keys.KeyEvent.KeyCreated;
import org.troth.events.keys.KeyKind;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

/** S3-28: whoever may open one section cannot open another with it, nor pass off somebody else's as theirs. */
class LookingAtSectionsTest {

    private final GateHouse house = new GateHouse();
    private final UUID law = UUID.randomUUID();
    private final UUID health = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();

    @BeforeEach
    void birth() {
        born(law, KeyKind.JOINT_ANY, List.of(PARTICIPANT));
        born(health, KeyKind.JOINT_ANY, List.of(PARTICIPANT));
        born(foreign, KeyKind.JOINT_ANY, List.of(UUID.randomUUID()));
    }

    private void born(UUID owner, KeyKind kind, List<UUID> holders) {
        house.record.record(
                new Unit(COORDINATOR, REQUEST),
                List.of(new NewFact(
                        "Keys",
                        KeyEvent.stream(owner),
                        0,
                        new KeyCreated(owner, UUID.randomUUID(), kind, 0, holders, 1))));
    }

    private static Look look(Actor actor, PurposeOfUse purpose, @Nullable MatchId match, UUID... sections) {
        Map<UUID, Set<Words>> apart = new java.util.HashMap<>();
        for (UUID each : sections) {
            apart.put(each, Set.of(Words.PLAN_SECTION));
        }
        Look.Shown shown = new Look.Shown(
                        PARTICIPANT,
                        SubjectKind.PARTICIPANT,
                        Set.of(DataClass.IDENTITY, DataClass.NARRATIVE),
                        Set.of(Words.PLAN_SECTION),
                        match,
                        null,
                        1)
                .with(apart);
        return new Look(actor, purpose, "/plans/{id}", List.of(shown), REQUEST);
    }

    @Test
    void opensTheSectionThatIsNamedAndNoOther() {
        for (Look each : List.of(
                look(COORDINATOR, PurposeOfUse.COC, null, law),
                look(HELPED, PurposeOfUse.PATRQT, null, law),
                look(WALKS_BESIDE, PurposeOfUse.SUPNWK, MATCH, law))) {
            Disclosure disclosure = house.gate.disclose(each);
            assertThat(disclosure.permits(law, Words.PLAN_SECTION)).isTrue();
            assertThat(disclosure.permits(law, Words.PLAN_STEP)).isFalse();
            assertThat(disclosure.permits(health, Words.PLAN_SECTION)).isFalse();
        }
        assertThat(house.record.facts(RecordDisclosed.class)).hasSize(3);
    }

    @Test
    void opensNothingOfWhichTheRecordDoesNotSayThatItIsTheirs() {
        born(UUID.randomUUID(), KeyKind.SUBJECT, List.of());
        UUID person = UUID.randomUUID();
        born(person, KeyKind.SUBJECT, List.of());
        for (UUID each : List.of(foreign, person, UUID.randomUUID())) {
            assertThatThrownBy(() -> house.gate.disclose(look(COORDINATOR, PurposeOfUse.COC, null, law, each)))
                    .isInstanceOf(LookForbidden.class);
        }
        assertThat(house.record.facts(RecordDisclosed.class)).isEmpty();
    }

    @Test
    void opensNoSectionForAPurposeThatNeedsNoStory() {
        assertThatThrownBy(() -> house.gate.disclose(look(COORDINATOR, PurposeOfUse.HOPERAT, null, law)))
                .isInstanceOf(LookForbidden.class);
        house.started = false;
        assertThatThrownBy(() -> house.gate.disclose(look(WALKS_BESIDE, PurposeOfUse.SUPNWK, MATCH, law)))
                .isInstanceOf(LookForbidden.class);
    }

    @Test
    void namesOfAThingOnlyWordsThatNeverBelongToAPerson() {
        Look.Shown shown = new Look.Shown(
                PARTICIPANT,
                SubjectKind.PARTICIPANT,
                Set.of(DataClass.NARRATIVE),
                Set.of(Words.BOUNDARY_WORDS),
                null,
                null,
                1);
        assertThatThrownBy(() -> shown.with(Map.of(UUID.randomUUID(), Set.of(Words.BOUNDARY_WORDS))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shown.with(Map.of(law, Set.of(Words.PLAN_SECTION))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
