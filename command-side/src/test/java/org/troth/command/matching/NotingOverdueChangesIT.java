package org.troth.command.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.command.dispatch.Lookups;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.Fact;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class NotingOverdueChangesIT {

    private static final LocalDate PASSED = LocalDate.parse("2026-11-20");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    /** It is the twenty-second in the programme already. */
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneId.of("Pacific/Auckland"));

    private final MemoryHouse house = MemoryHouse.of(clock, Match.class);
    private final MemoryRecord record = house.record();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final RememberChangesDue memory;
    private final NoteOverdueChanges sweep;
    private final NoteOverdueChanges otherNode;

    NotingOverdueChangesIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        Lookups remembered = new Lookups(JdbcClient.create(database.application()));
        memory = new RememberChangesDue(remembered);
        sweep = new NoteOverdueChanges(remembered, house.dispatch(), clock);
        otherNode = new NoteOverdueChanges(remembered, house.dispatch(), clock);
    }

    private MatchId asked(LocalDate... dueBy) {
        MatchId id = new MatchId(UUID.randomUUID());
        add(id, new MatchRequested(id, p));
        add(id, new MatchProposed(id, p, v, List.of(), HouseLaw.MATCH_PROPOSAL));
        add(id, new MatchStarted(id, p, v, HouseLaw.MATCH_START));
        for (LocalDate each : dueBy) {
            ChangeAsked asked = new ChangeAsked(
                    id, p, v, each.equals(PASSED) ? Side.VOLUNTEER : Side.PARTICIPANT, each, HouseLaw.MATCH_CHANGE);
            add(id, asked);
            memory.on(asked);
            memory.on(asked);
        }
        return id;
    }

    private void add(MatchId id, Fact fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Match", id.toString(), record.lastSequence(id.toString()) + 1, fact)));
    }

    @Test
    void notesOnceWhatWasNotArrangedByItsDayWhateverNodeLooks() {
        MatchId overdue = asked(TODAY.plusDays(3), PASSED);
        asked(TODAY);
        asked();
        MatchId ended = asked(PASSED);
        MatchEnded end = new MatchEnded(ended, p, v, EndReason.CHANGE_ARRANGED);
        add(ended, end);
        memory.on(end);
        MatchId lagging = asked(PASSED);
        add(lagging, new MatchEnded(lagging, p, v, EndReason.CHANGE_ARRANGED));

        assertThat(sweep.noteOverdue()).isEqualTo(1);
        ChangeOverdue noted = new ChangeOverdue(overdue, p, v, PASSED, HouseLaw.MATCH_CHANGE_OVERDUE);
        assertThat(record.facts(ChangeOverdue.class)).containsExactly(noted);

        // The memory of it lags behind, and the other node looks: nothing is noted twice.
        assertThat(otherNode.noteOverdue()).isZero();
        memory.on(noted);
        assertThat(sweep.noteOverdue()).isZero();
        assertThat(record.facts(ChangeOverdue.class)).hasSize(1);
    }
}
