package org.troth.store.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.RecordedFact;

class SurvivingFailuresIT {

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void losesAndRepeatsNothingWhenItsConnectionIsKilledInMidCommit() throws Exception {
        FactStore node = house.node();
        AtomicBoolean over = new AtomicBoolean();
        Thread killer = new Thread(() -> {
            while (!over.get()) {
                house.longs("""
                        select count(pg_terminate_backend(pid))
                          from pg_stat_activity
                         where usename = '%s' and datname = '%s' and query like '%%facts.append%%'
                        """.formatted(house.database.applicationLogin().user(), house.database.name()));
                pause(15);
            }
        });
        killer.start();
        Map<ParticipantId, Integer> acknowledged = new ConcurrentHashMap<>();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int caller = 0; caller < 24; caller++) {
            ParticipantId participant = House.somebody();
            calls.add(() -> {
                int failures = 0;
                for (int sequence = 0; sequence < 40; sequence++) {
                    try {
                        node.recorder()
                                .record(
                                        House.unit(),
                                        List.of(
                                                sequence == 0
                                                        ? House.enquiry(participant)
                                                        : House.enrolment(participant, sequence)));
                        acknowledged.merge(participant, 1, Integer::sum);
                    } catch (RecordUnavailable e) {
                        failures++;
                        sequence = (int) knownEnd(node, participant);
                        acknowledged.put(participant, sequence + 1);
                    }
                }
                return failures;
            });
        }
        AppendingFactsIT.together(calls);
        over.set(true);
        killer.join();

        for (ParticipantId participant : acknowledged.keySet()) {
            assertThat(node.streams().read(participant.toString(), 0))
                    .extracting(RecordedFact::sequence)
                    .containsExactlyElementsOf(LongStream.range(0, 40).boxed().toList());
        }
        long size = house.one("select size from facts.head");
        assertThat(house.longs("select position from facts.fact order by position"))
                .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
    }

    private static long knownEnd(FactStore node, ParticipantId participant) {
        while (true) {
            try {
                return node.streams().lastSequence(participant.toString());
            } catch (RecordUnavailable e) {
                pause(20);
            }
        }
    }

    @Test
    void saysUnavailableWhileItMayNotWriteAndGoesOnByItself() throws Exception {
        FactStore node = house.node();
        ParticipantId participant = House.somebody();
        String app = house.database.applicationLogin().user();
        house.database.execute("revoke execute on all functions in schema facts from " + app);

        assertThatThrownBy(() -> node.recorder().record(House.unit(), List.of(House.enquiry(participant))))
                .isInstanceOf(RecordUnavailable.class)
                .hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> node.recorder().record(House.unit(), List.of(House.enquiry(participant))))
                .isInstanceOf(RecordUnavailable.class);

        house.database.execute("grant execute on all functions in schema facts to " + app);
        eventually(() -> node.recorder().record(House.unit(), List.of(House.enquiry(participant))));
        assertThat(node.streams().read(participant.toString(), 0)).hasSize(1);
    }

    @Test
    void saysUnavailableWhileTheDatabaseIsReadOnlyAndGoesOnByItself() throws Exception {
        FactStore node = house.node();
        ParticipantId participant = House.somebody();
        house.database.execute("alter database " + house.database.name() + " set default_transaction_read_only = on");
        killSessions();

        Instant until = Instant.now().plusSeconds(3);
        int refused = 0;
        while (refused < 3 && Instant.now().isBefore(until)) {
            try {
                node.recorder().record(House.unit(), List.of(House.enquiry(House.somebody())));
            } catch (RecordUnavailable e) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(3);

        house.tamper(
                "set default_transaction_read_only = off",
                "alter database " + house.database.name() + " reset default_transaction_read_only");
        killSessions();
        eventually(() -> node.recorder().record(House.unit(), List.of(House.enquiry(participant))));
        assertThat(node.streams().read(participant.toString(), 0)).hasSize(1);
    }

    @Test
    void refusesOnlyTheUnitThatTheDatabaseCannotTake() throws Exception {
        FactStore node = house.node();
        house.database.execute(
                """
                create function facts.refuse_even() returns trigger language plpgsql as $$
                begin
                    if new.stream_seq = 1 then raise exception 'no' using errcode = 'check_violation'; end if;
                    return new;
                end $$
                """,
                "create trigger refuse_even before insert on facts.fact for each row execute function facts.refuse_even()");
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ParticipantId participant = House.somebody();
            boolean two = i % 10 == 0;
            calls.add(() -> {
                try {
                    node.recorder()
                            .record(
                                    House.unit(),
                                    two
                                            ? List.of(House.enquiry(participant), House.enrolment(participant, 1))
                                            : List.of(House.enquiry(participant)));
                    return true;
                } catch (IllegalStateException e) {
                    return false;
                }
            });
        }
        assertThat(AppendingFactsIT.together(calls)).filteredOn(done -> !done).hasSize(3);
    }

    @Test
    void appendsNothingMoreOnceTheHeadHasGoneBack() {
        FactStore node = house.node();
        ParticipantId participant = House.somebody();
        node.recorder().record(House.unit(), List.of(House.enquiry(participant), House.enrolment(participant, 1)));
        house.tamper(
                "delete from facts.fact where position = (select size - 1 from facts.head)",
                "update facts.head set size = size - 1");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> node.recorder().record(House.unit(), List.of(House.enquiry(House.somebody()))))
                    .isInstanceOf(RecordUnavailable.class)
                    .rootCause()
                    .hasMessageContaining("was seen to reach");
        }
        assertThat(house.one("select count(*) from facts.fact where stream_seq = 0 and get_byte(header, 5) = 1"))
                .isEqualTo(1);
    }

    @Test
    void sealsAgainWhatWaitedTooLong() throws Exception {
        FactStore node = house.node();
        try (var blocking = house.database.superuser().getConnection();
                var statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            statement.execute("select * from facts.head for update");
            Thread waiting =
                    new Thread(() -> node.recorder().record(House.unit(), List.of(House.enquiry(House.somebody()))));
            waiting.start();
            Thread.sleep(200);
            List<Throwable> failures = new ArrayList<>();
            ParticipantId late = House.somebody();
            Thread behind = new Thread(() -> {
                try {
                    node.recorder().record(House.unit(), List.of(House.enquiry(late)));
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            });
            behind.start();
            Thread.sleep(5_500);
            Instant released = Instant.now();
            blocking.rollback();
            waiting.join();
            behind.join();
            assertThat(failures).isEmpty();
            assertThat(node.streams().read(late.toString(), 0))
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.recordedAt()).isAfter(released.minus(Duration.ofMillis(100))));
        }
    }

    @Test
    void remainsInterruptedWhenTheCallerWas() {
        FactStore node = house.node();
        Thread.currentThread().interrupt();
        node.recorder().record(House.unit(), List.of(House.enquiry(House.somebody())));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesWhenItIsClosed() {
        FactStore node = house.node(house.database.application(), Clock.systemUTC());
        node.close();
        assertThatThrownBy(() -> node.recorder().record(House.unit(), List.of(House.enquiry(House.somebody()))))
                .isInstanceOf(RecordUnavailable.class);
    }

    private void killSessions() {
        house.longs(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = '%s' and datname = '%s'"
                        .formatted(house.database.applicationLogin().user(), house.database.name()));
    }

    private static void eventually(Runnable act) {
        Instant until = Instant.now().plusSeconds(10);
        while (true) {
            try {
                act.run();
                return;
            } catch (RecordUnavailable e) {
                if (Instant.now().isAfter(until)) {
                    throw e;
                }
                pause(50);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
