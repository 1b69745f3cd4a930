package org.troth.command.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.events.BoundaryId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.boundary.BoundaryEvent.Topic;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;

class OpeningBoundaryFormsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String ROUTE = "GET /boundaries/{id}/change";

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Boundary.class);
    private final MemoryRecord record = house.record();
    private final MatchId match = new MatchId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private Standing standing = new Standing(true, p, v, new Precondition(match.toString(), 4));
    private final BoundaryDesk desk = new BoundaryDesk(
            house.dispatch(),
            PermitsForTests.of(new MemoryDisclosing(), record),
            id -> standing,
            record,
            new MemorySealing());
    private final BoundaryId participants = new BoundaryId(UUID.randomUUID());
    private final BoundaryId volunteers = new BoundaryId(UUID.randomUUID());

    @BeforeEach
    void setBoundaries() {
        set(new BoundarySet(participants, match, p, v, Side.PARTICIPANT, p.value(), Topic.STORY, null));
        set(new BoundarySet(volunteers, match, p, v, Side.VOLUNTEER, v.value(), Topic.HOURS, null));
    }

    private void set(BoundarySet fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Boundary", fact.boundary().toString(), 0, fact)));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Topic shown(Asked asked, BoundaryId boundary) {
        return desk.mayOpenForm(asked, PurposeOfUse.SUPNWK, ROUTE, boundary).topic();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void showsBothWhatTheyKeepToWhileTheyAreMatched(Side side) {
        Asked asked = side == Side.PARTICIPANT ? People.participant(p.value()) : People.volunteer(v.value());
        assertThat(shown(asked, participants)).isEqualTo(Topic.STORY);
        assertThat(shown(asked, volunteers)).isEqualTo(Topic.HOURS);
    }

    @Test
    void showsAfterwardsOnlyOnesOwn() {
        standing = new Standing(false, p, null, new Precondition(match.toString(), 5));

        assertThat(shown(People.participant(p.value()), participants)).isEqualTo(Topic.STORY);
        assertThatThrownBy(() -> shown(People.participant(p.value()), volunteers))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> shown(People.volunteer(v.value()), participants))
                .isInstanceOf(NotOnRecord.class);
        assertThat(shown(People.coordinator(), volunteers)).isEqualTo(Topic.HOURS);
    }
}
