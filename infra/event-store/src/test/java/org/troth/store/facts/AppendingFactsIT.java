package org.troth.store.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Unit;
import org.troth.testkit.FixedClock;

/** What is appended is on the record once, at a place of its own, whoever else appends. */
class AppendingFactsIT {

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void readsBackWhatWasRecordedWithWhoActed() {
        FactStore node = house.node();
        ParticipantId participant = House.somebody();
        NewFact first = house.enquiryWithWords(participant, "some words");
        UUID cause = UUID.randomUUID();
        Unit unit = new Unit(House.unit().actor(), UUID.randomUUID(), cause);

        long position = node.recorder().record(unit, List.of(first, House.enrolment(participant, 1)));

        List<RecordedFact> read = node.streams().read(participant.toString(), 0);
        assertThat(read)
                .extracting(RecordedFact::fact)
                .containsExactly(first.fact(), House.enrolment(participant, 1).fact());
        assertThat(read.get(1).position()).isEqualTo(position);
        assertThat(unit.position()).hasValue(position);
        assertThat(read.get(0).metadata())
                .containsOnlyKeys(Metadata.ACTOR, Metadata.ROLES, Metadata.REQUEST, Metadata.CAUSE)
                .containsEntry(Metadata.CAUSE, cause.toString())
                .containsEntry(Metadata.ROLES, "SYSTEM");
        assertThat(read.get(0).aggregateType()).isEqualTo("Participant");
        assertThat(node.streams().lastSequence(participant.toString())).isEqualTo(1);
        assertThat(node.streams().read(participant.toString(), 1)).hasSize(1);
        assertThat(node.streams().read(UUID.randomUUID().toString(), 0)).isEmpty();
        assertThat(node.streams().lastSequence("nobody")).isEqualTo(-1);
    }

    @Test
    void givesContiguousPositionsToManyCallersOnTwoNodes() throws Exception {
        AtomicInteger commits = new AtomicInteger();
        AppendListener counting = new AppendListener() {
            @Override
            public void committed(int units, int facts, Duration took) {
                commits.incrementAndGet();
            }
        };
        FactStore one = house.node(house.database.application(), Clock.systemUTC(), counting);
        FactStore other = house.node(house.database.application(), Clock.systemUTC(), counting);
        long before = one.head().size();
        int callers = 200;
        int each = 5;
        List<Callable<Long>> calls = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            FactStore node = caller % 2 == 0 ? one : other;
            calls.add(() -> {
                ParticipantId participant = House.somebody();
                long last = node.recorder().record(House.unit(), List.of(House.enquiry(participant)));
                for (int sequence = 1; sequence < each; sequence++) {
                    long next = node.recorder().record(House.unit(), List.of(House.enrolment(participant, sequence)));
                    assertThat(next).isGreaterThan(last);
                    last = next;
                }
                return last;
            });
        }

        together(calls);

        long size = before + callers * each;
        assertThat(house.longs("select position from facts.fact order by position"))
                .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
        assertThat(house.one("select size from facts.head")).isEqualTo(size);
        assertThat(commits.get()).isLessThan(callers * each);
    }

    @Test
    void refusesASecondFirstFactAndAnOvertakenOne() {
        FactStore node = house.node();
        ParticipantId participant = House.somebody();
        node.recorder().record(House.unit(), List.of(House.enquiry(participant)));

        assertThat(node.recorder()
                        .append(House.unit(), List.of(new NewEvent(UUID.randomUUID(), House.enquiry(participant)))))
                .isEqualTo(new Outcome.Refused(new Refusal.StreamExists()));
        assertThat(node.recorder()
                        .append(
                                House.unit(),
                                List.of(new NewEvent(UUID.randomUUID(), House.enrolment(participant, 2)))))
                .isEqualTo(new Outcome.Refused(new Refusal.StreamMoved()));
        assertThatThrownBy(() -> node.recorder().record(House.unit(), List.of(House.enquiry(participant))))
                .isInstanceOf(Overtaken.class);
        assertThat(node.streams().read(participant.toString(), 0)).hasSize(1);
    }

    @Test
    void letsExactlyOneOfManyBeNext() throws Exception {
        FactStore node = house.node();
        ParticipantId participant = House.somebody();
        node.recorder().record(House.unit(), List.of(House.enquiry(participant)));
        List<Callable<Outcome>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(() -> node.recorder()
                    .append(House.unit(), List.of(new NewEvent(UUID.randomUUID(), House.enrolment(participant, 1)))));
        }

        List<Outcome> outcomes = together(calls);

        assertThat(outcomes).filteredOn(Outcome.Recorded.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(new Outcome.Refused(new Refusal.StreamMoved())::equals)
                .hasSize(39);
    }

    @Test
    void stopsWhileTheClocksDisagreeAndGoesOnByItself() {
        FixedClock clock = FixedClock.at(Instant.now());
        List<String> rules = new ArrayList<>();
        FactStore node = house.node(house.database.application(), clock, new AppendListener() {
            @Override
            public void unavailable(String rule) {
                rules.add(rule);
            }
        });
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> node.recorder().record(House.unit(), List.of(House.enquiry(House.somebody()))))
                .isInstanceOf(RecordUnavailable.class)
                .rootCause()
                .hasMessageMatching("the clock of this node is 3(600|599) s away from the database's");
        assertThat(rules).contains("clock");

        clock.set(Instant.now());
        node.recorder().record(House.unit(), List.of(House.enquiry(House.somebody())));
        clock.advance(Duration.ofSeconds(-31));
        assertThatThrownBy(() -> node.recorder().record(House.unit(), List.of(House.enquiry(House.somebody()))))
                .isInstanceOf(RecordUnavailable.class);
    }

    static boolean attempt(FactStore node, Unit unit, NewFact fact) {
        try {
            node.recorder().record(unit, List.of(fact));
            return true;
        } catch (Overtaken e) {
            return false;
        }
    }

    static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
