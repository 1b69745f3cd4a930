package org.troth.command.youth;

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
import org.troth.events.ParticipantId;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.CameOfAge;
import org.troth.events.youth.YouthEvent.MinorityNoteTakenBack;
import org.troth.events.youth.YouthEvent.MinorityNoted;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** It is half past midnight on 22 November where the programme is, and still the day before in Greenwich. */
@WithPostgres
class NotingComingOfAgeIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T11:30:00Z"), ZoneId.of("Pacific/Auckland"));
    private final MemoryHouse house = MemoryHouse.of(clock);
    private final MemoryRecord record = house.record();
    private final JdbcClient lookups;
    private final RememberComingOfAge memory;
    private final NoteComingOfAge round;
    private final NoteComingOfAge onAnotherNode;

    NotingComingOfAgeIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        lookups = JdbcClient.create(database.application());
        Lookups remembered = new Lookups(lookups);
        memory = new RememberComingOfAge(remembered);
        round = new NoteComingOfAge(remembered, record, house.dispatch(), clock);
        onAnotherNode = new NoteComingOfAge(remembered, record, house.dispatch(), clock);
    }

    private ParticipantId minorUntil(LocalDate day) {
        ParticipantId id = new ParticipantId(UUID.randomUUID());
        MinorityNoted noted = new MinorityNoted(id, day, HouseLaw.YOUTH_MINORITY);
        add(0, noted);
        memory.on(noted);
        return id;
    }

    private void add(long sequence, YouthEvent fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Youth", YouthEvent.stream(fact.participant()), sequence, fact)));
    }

    @Test
    void notesThemOnTheirDayOnceAndNobodyElse() {
        ParticipantId today = minorUntil(TODAY);
        minorUntil(TODAY.plusDays(1));
        ParticipantId corrected = minorUntil(TODAY.minusDays(3));
        MinorityNoted later = new MinorityNoted(corrected, TODAY.plusYears(1), HouseLaw.YOUTH_MINORITY);
        add(1, later);
        memory.on(later);
        ParticipantId mistaken = minorUntil(TODAY);
        memory.on(new MinorityNoteTakenBack(mistaken));
        ParticipantId lagging = minorUntil(TODAY);
        add(1, new MinorityNoteTakenBack(lagging));

        assertThat(round.noteOfAge()).isEqualTo(1);
        assertThat(onAnotherNode.noteOfAge()).as("it looked at the same time").isZero();
        CameOfAge came = new CameOfAge(today, TODAY, HouseLaw.YOUTH_OF_AGE);
        assertThat(record.facts(CameOfAge.class)).containsExactly(came);

        memory.on(came);
        memory.on(came);
        assertThat(round.noteOfAge()).isZero();
        assertThat(lookups.sql("select count(*) from lookups.of_age_due")
                        .query(Long.class)
                        .single())
                .as("one tomorrow, one in a year, one that lags")
                .isEqualTo(3);
    }
}
