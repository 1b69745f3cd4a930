package org.troth.command.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.troth.command.dispatch.Lookups;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class NotingExpiryIT {

    private static final LocalDate LAST = LocalDate.parse("2026-11-20");

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneId.of("Pacific/Auckland"));
    private final MemoryHouse house = MemoryHouse.of(clock, Consent.class);
    private final MemoryRecord record = house.record();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final JdbcClient lookups;
    private final RememberConsentsDue memory;
    private final NoteExpiredConsents sweep;

    NotingExpiryIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        lookups = JdbcClient.create(database.application());
        Lookups remembered = new Lookups(lookups);
        memory = new RememberConsentsDue(remembered);
        sweep = new NoteExpiredConsents(remembered, house.dispatch(), clock);
    }

    @BeforeEach
    void begin() {
        lookups.sql("delete from lookups.consent_due").update();
    }

    private ConsentId asked(@Nullable LocalDate lastDay) {
        ConsentId id = new ConsentId(UUID.randomUUID());
        ConsentAsked asked = new ConsentAsked(
                id,
                p,
                Purpose.SUPPORT,
                Recipient.programme(),
                Set.of(DataClass.IDENTITY),
                new ShownText("support", 1, "en", "ab"),
                lastDay);
        add(id, 0, asked);
        memory.on(asked);
        return id;
    }

    private ConsentId given(@Nullable LocalDate lastDay) {
        ConsentId id = asked(lastDay);
        ConsentGiven given = new ConsentGiven(id, p, HouseLaw.CONSENT_GIVING);
        add(id, 1, given);
        memory.on(given);
        return id;
    }

    private void add(ConsentId id, long sequence, Fact fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Consent", id.toString(), sequence, fact)));
    }

    @Test
    void notesWhatWasGivenAndHasPassedOnceAndNothingElse() {
        ConsentId passed = given(LAST);
        given(LocalDate.parse("2026-11-22"));
        given(null);
        asked(LAST);
        ConsentId declined = asked(LAST);
        memory.on(new ConsentDeclined(declined, p));
        ConsentId withdrawn = given(LAST);
        memory.on(new ConsentWithdrawn(withdrawn, p, HouseLaw.CONSENT_WITHDRAWAL));
        ConsentId lagging = given(LAST);
        add(lagging, 2, new ConsentWithdrawn(lagging, p, HouseLaw.CONSENT_WITHDRAWAL));

        assertThat(sweep.noteExpired()).isEqualTo(1);
        assertThat(record.facts(ConsentExpired.class)).containsExactly(new ConsentExpired(passed, p, LAST));

        assertThat(sweep.noteExpired()).isZero();
        memory.on(new ConsentExpired(passed, p, LAST));
        assertThat(sweep.noteExpired()).isZero();
        assertThat(lookups.sql("select count(*) from lookups.consent_due")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void forgetsAQuestionThatNobodyAnsweredLongAfterItsLastDay() {
        ConsentId longAgo = asked(LAST.minusDays(90));
        ConsentId lately = asked(LAST.minusDays(80));
        ConsentId answered = given(LAST.minusDays(90));

        assertThat(sweep.noteExpired()).isEqualTo(1);
        assertThat(lookups.sql("select consent from lookups.consent_due")
                        .query(UUID.class)
                        .list())
                .contains(lately.value(), answered.value())
                .doesNotContain(longAgo.value());
    }
}
