package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.troth.query.sample.House;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** What the worklist asks about consents, where twenty thousand people were not of age once. */
@WithPostgres
class AskingAtSizeIT {

    private static final int PEOPLE = 20_000;

    private static House house;

    @BeforeAll
    static void fill(TestDatabase database) {
        house = new House(database).live();
        house.caughtUp();
        sql("""
                insert into participant (id, state, received_at, received_position, matter, language)
                select gen_random_uuid(), 'ENROLLED', now(), n, 'housing', 'en' from generate_series(1, %d) n
                """.formatted(PEOPLE));
        sql("""
                insert into case_now (participant, stage, stage_since, stage_position, enquired)
                select id, 'ENROLLED', now(), received_position, current_date from participant on conflict do nothing
                """);
        sql("""
                insert into youth (participant, of_age_on, of_age_at, came_at)
                select id, null, timestamptz '2026-01-01' + received_position * interval '1 minute',
                       timestamptz '2026-01-01' + received_position * interval '1 minute' + interval '1 second'
                  from participant where received_position % 10 <> 0
                """);
        // Nearly everybody was asked anew; of every hundredth it still waits.
        sql("""
                insert into consent (id, participant, purpose, state, asked_at, asked_position, answered_at, text_name,
                                     recipient_kind, classes, text_version, text_language, text_sha256)
                select gen_random_uuid(), id, 'SUPPORT', 'GIVEN', timestamptz '2025-06-01', received_position * 2,
                       timestamptz '2025-06-01', 'support-young',
                       'PROGRAMME', 'IDENTITY', 1, 'en', 'ab'
                  from participant where received_position % 10 <> 0
                """);
        sql("""
                insert into consent (id, participant, purpose, state, asked_at, asked_position, answered_at, text_name,
                                     recipient_kind, classes, text_version, text_language, text_sha256)
                select gen_random_uuid(), id, 'SUPPORT', 'GIVEN', timestamptz '2026-05-01', received_position * 2 + 1,
                       timestamptz '2026-05-01', 'support',
                       'PROGRAMME', 'IDENTITY', 1, 'en', 'ab'
                  from participant where received_position % 100 <> 1
                """);
        sql("""
                update consent c set asked_anew = true
                 where exists (select from consent n
                                where n.participant = c.participant and n.asked_position > c.asked_position)
                """);
        sql("analyze");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static void sql(String statement) {
        house.jdbc().sql(statement).update();
    }

    private static <T> T within(Duration most, Supplier<T> question) {
        question.get();
        long begun = System.nanoTime();
        T answer = question.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(took).isLessThan(most);
        return answer;
    }

    @Test
    void findsWhatLapsedOnTheirDay() {
        WorklistViews views = house.bean(WorklistViews.class);
        assertThat(within(Duration.ofMillis(500), () -> views.lapsed(Sieve.NONE, 0, 6)))
                .hasSize(6);
        assertThat(within(Duration.ofMillis(500), views::lapsedCounted)).isEqualTo(100);
    }

    @Test
    void findsWhatWasAskedInOtherWords() {
        WorklistViews views = house.bean(WorklistViews.class);
        assertThat(within(Duration.ofMillis(500), () -> views.toAskAnew(Sieve.NONE, 0, 6)))
                .isEmpty();
        assertThat(within(Duration.ofMillis(500), views::toAskAnewCounted)).isZero();
    }

    @Test
    void findsWhoTookBackTheirYes() {
        WorklistViews views = house.bean(WorklistViews.class);
        assertThat(within(Duration.ofMillis(500), () -> views.takenBack(Sieve.NONE, 0, 6)))
                .isEmpty();
    }
}
