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
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Unreadable;
import org.troth.events.keys.KeyEvent;
import org.troth.events.recording.Answer;
import org.troth.events.recording.Claim;
import org.troth.events.recording.ClaimTaken;
import org.troth.events.recording.Metadata;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;
import org.troth.testkit.FixedClock;

class AppendingFactsIT {

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void beginsWithTheGenesisAndTheBirthsOfItsKeys() {
        FactStore node = house.node();

        assertThat(house.longs("select position from facts.fact order by position"))
                .containsExactly(0L, 1L, 2L);
        assertThat(node.streams().read("ledger/" + node.ledger().id(), 0))
                .singleElement()
                .satisfies(opened -> {
                    assertThat(opened.position()).isZero();
                    assertThat(opened.fact())
                            .hasToString("LedgerOpened[ledger=" + node.ledger().id()
                                    + ", origin=example.org/record, mode=PRODUCTION]");
                });
        assertThat(house.longs("select distinct get_byte(header, 5) from facts.fact order by 1"))
                .containsExactly(2L, 4L);

        house.node();
        assertThat(house.one("select count(*) from facts.fact")).isEqualTo(3);
    }

    @Test
    void refusesALedgerOfAnotherModeOrOrigin() {
        house.node();
        FactStore.Parts parts = house.parts(house.database.application(), Clock.systemUTC(), AppendListener.NONE);

        assertThatThrownBy(() -> FactStore.open(new FactStore.Parts(
                        parts.writing(),
                        parts.reading(),
                        parts.sealing(),
                        parts.births(),
                        parts.evictions(),
                        parts.codec(),
                        parts.clock(),
                        () -> true,
                        parts.origin(),
                        org.troth.events.ledger.LedgerEvent.Mode.SIMULATED,
                        parts.listener())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can never become simulated");
        assertThatThrownBy(() -> FactStore.open(new FactStore.Parts(
                        parts.writing(),
                        parts.reading(),
                        parts.sealing(),
                        parts.births(),
                        parts.evictions(),
                        parts.codec(),
                        parts.clock(),
                        () -> false,
                        "elsewhere",
                        parts.mode(),
                        parts.listener())))
                .isInstanceOf(IllegalStateException.class);
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
    void carriesTheBirthOfAKeyWithItsFirstUseAndOnlyThen() {
        FactStore node = house.node();
        ParticipantId participant = House.somebody();
        long before = node.head().size();

        node.recorder().record(House.unit(), List.of(house.enquiryWithWords(participant, "some words")));
        node.recorder().record(House.unit(), List.of(House.enrolment(participant, 1)));

        assertThat(node.head().size()).isEqualTo(before + 3);
        assertThat(node.streams().read(KeyEvent.stream(participant.value()), 0))
                .singleElement()
                .satisfies(birth -> assertThat(birth.position()).isEqualTo(before));

        FactStore other = house.node();
        other.recorder()
                .record(
                        House.unit(),
                        List.of(new NewFact(
                                "Participant",
                                participant.toString(),
                                2,
                                house.enquiryWithWords(participant, "more words")
                                        .fact())));
        assertThat(other.streams().read(KeyEvent.stream(participant.value()), 0))
                .hasSize(1);
    }

    @Test
    void settlesARaceForABirthWithoutAnybodyNoticing() throws Exception {
        FactStore one = house.node();
        FactStore other = house.node();
        for (int round = 0; round < 10; round++) {
            ParticipantId person = House.somebody();
            List<ParticipantId> streams =
                    IntStream.range(0, 8).mapToObj(i -> House.somebody()).toList();
            List<Callable<Long>> calls = new ArrayList<>();
            for (int i = 0; i < streams.size(); i++) {
                FactStore node = i % 2 == 0 ? one : other;
                ParticipantId stream = streams.get(i);
                NewFact fact = new NewFact(
                        "Participant",
                        stream.toString(),
                        0,
                        house.enquiryWithWords(person, "words").fact());
                calls.add(() -> node.recorder().record(House.unit(), List.of(fact)));
            }
            together(calls);
            assertThat(one.streams().read(KeyEvent.stream(person.value()), 0)).hasSize(1);
        }
    }

    @Test
    void refusesWordsUnderADestroyedKeyOnEveryNode() {
        FactStore one = house.node();
        FactStore other = house.node();
        ParticipantId participant = House.somebody();
        one.recorder().record(House.unit(), List.of(house.enquiryWithWords(participant, "some words")));
        other.recorder()
                .record(
                        House.unit(),
                        List.of(new NewFact(
                                "Participant",
                                participant.toString(),
                                1,
                                house.enquiryWithWords(participant, "more words")
                                        .fact())));

        one.recorder()
                .record(
                        House.unit(),
                        List.of(new NewFact(
                                "Keys",
                                KeyEvent.stream(participant.value()),
                                1,
                                new KeyEvent.KeyDestroyed(
                                        participant.value(),
                                        List.of(house.keys.keyOf(participant.value())),
                                        "asked"))));

        assertThat(one.head().destructions()).isEqualTo(1);
        for (FactStore node : List.of(one, other)) {
            assertThatThrownBy(() -> node.recorder()
                            .record(
                                    House.unit(),
                                    List.of(new NewFact(
                                            "Participant",
                                            participant.toString(),
                                            2,
                                            house.enquiryWithWords(participant, "late words")
                                                    .fact()))))
                    .isInstanceOfSatisfying(
                            Unreadable.class, e -> assertThat(e.why()).isEqualTo(Unreadable.Why.ERASED));
        }
        assertThat(house.keys.evictions).hasValueGreaterThanOrEqualTo(2);
        other.recorder().record(House.unit(), List.of(House.enquiry(House.somebody())));
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
    void keepsAClaimForOneStreamUntilItIsReleased() throws Exception {
        FactStore node = house.node();
        Claim claim = new Claim(TagKind.OPEN_MATCH, new byte[] {1, 2, 3});
        ParticipantId holder = House.somebody();
        ParticipantId wishing = House.somebody();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ParticipantId mine = House.somebody();
            Claim contested = new Claim(TagKind.OPEN_MATCH, new byte[] {9});
            calls.add(() -> {
                try {
                    node.recorder().record(House.unit().taking(contested), List.of(House.enquiry(mine)));
                    return true;
                } catch (ClaimTaken e) {
                    return false;
                }
            });
        }
        assertThat(together(calls)).containsOnlyOnce(true);

        node.recorder().record(House.unit().taking(claim), List.of(House.enquiry(holder)));
        assertThatThrownBy(() -> node.recorder().record(House.unit().taking(claim), List.of(House.enquiry(wishing))))
                .isInstanceOfSatisfying(
                        ClaimTaken.class, e -> assertThat(e.kind()).isEqualTo(TagKind.OPEN_MATCH));
        assertThat(node.streams().lastSequence(wishing.toString())).isEqualTo(-1);
        assertThat(node.streams().readHolder(claim))
                .singleElement()
                .satisfies(fact -> assertThat(fact.aggregateId()).isEqualTo(holder.toString()));

        node.recorder().record(House.unit().taking(claim), List.of(House.enrolment(holder, 1)));
        node.recorder().record(House.unit().releasing(claim), List.of(House.enrolment(holder, 2)));
        assertThat(node.streams().readHolder(claim)).isEmpty();
        node.recorder()
                .record(
                        House.unit().taking(claim, wishing.toString()),
                        List.of(House.enrolment(holder, 3), House.enquiry(wishing)));
        assertThat(node.streams().readHolder(claim))
                .singleElement()
                .satisfies(fact -> assertThat(fact.aggregateId()).isEqualTo(wishing.toString()));
        node.recorder().record(House.unit().releasing(claim).taking(claim), List.of(House.enrolment(holder, 4)));
        assertThat(node.streams().readHolder(claim)).hasSize(5);
    }

    @Test
    void holdsToWhatAUnitReliesOn() {
        FactStore node = house.node();
        ParticipantId consent = House.somebody();
        ParticipantId referral = House.somebody();
        node.recorder().record(House.unit(), List.of(House.enquiry(consent)));

        node.recorder()
                .record(
                        House.unit()
                                .provided(new Precondition(consent.toString(), 0))
                                .provided(new Precondition("absent", -1)),
                        List.of(House.enquiry(referral)));
        node.recorder().record(House.unit(), List.of(House.enrolment(consent, 1)));

        assertThatThrownBy(() -> node.recorder()
                        .record(
                                House.unit().provided(new Precondition(consent.toString(), 0)),
                                List.of(House.enrolment(referral, 1))))
                .isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> node.recorder()
                        .record(House.unit().provided(new Precondition(consent.toString(), -1)), List.of()))
                .isInstanceOf(Overtaken.class);
        assertThat(node.streams().read(referral.toString(), 0)).hasSize(1);
    }

    @Test
    void neverLetsAWithdrawalAndWhatReliedOnTheConsentBothPass() throws Exception {
        FactStore one = house.node();
        FactStore other = house.node();
        for (int round = 0; round < 25; round++) {
            ParticipantId consent = House.somebody();
            ParticipantId referral = House.somebody();
            one.recorder().record(House.unit(), List.of(House.enquiry(consent)));

            List<Boolean> outcome = together(List.of(
                    () -> attempt(one, House.unit(), House.enrolment(consent, 1)),
                    () -> attempt(
                            other,
                            House.unit().provided(new Precondition(consent.toString(), 0)),
                            House.enquiry(referral))));

            assertThat(outcome.get(0)).isTrue();
            if (outcome.get(1)) {
                assertThat(one.streams().read(referral.toString(), 0).get(0).position())
                        .isLessThan(
                                one.streams().read(consent.toString(), 1).get(0).position());
            }
        }
    }

    @Test
    void answersARepeatedRequestOnce() {
        FixedClock clock = FixedClock.at(Instant.now());
        FactStore node = house.node(house.database.application(), clock);
        UUID actor = UUID.randomUUID();
        byte[] key = {1};
        Answer answer =
                new Answer(actor, key, new byte[] {2}, "the-id", clock.instant().plusSeconds(60));
        ParticipantId participant = House.somebody();

        long position = node.recorder().record(House.unit().answering(answer), List.of(House.enquiry(participant)));

        assertThat(node.recorder().answerTo(actor, key)).hasValueSatisfying(kept -> {
            assertThat(kept.position()).isEqualTo(position);
            assertThat(kept.answer().text()).isEqualTo("the-id");
            assertThat(kept.answer().requestTag()).containsExactly(2);
        });
        assertThat(node.recorder().answerTo(UUID.randomUUID(), key)).isEmpty();
        assertThatThrownBy(() -> node.recorder()
                        .record(House.unit().answering(answer), List.of(House.enrolment(participant, 1))))
                .isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> node.recorder().record(House.unit().answering(answer), List.of()))
                .isInstanceOf(Overtaken.class);

        clock.advance(Duration.ofSeconds(20));
        assertThat(node.recorder().forgetExpiredAnswers()).isZero();
        Answer factless = new Answer(
                actor,
                new byte[] {3},
                new byte[] {4},
                "nothing",
                clock.instant().plusSeconds(5));
        assertThat(node.recorder().record(House.unit().answering(factless), List.of()))
                .isEqualTo(position);
        assertThat(node.recorder().answerTo(actor, new byte[] {3}).map(Recording.Kept::position))
                .hasValue(position);

        clock.advance(Duration.ofSeconds(6));
        assertThat(node.recorder().answerTo(actor, new byte[] {3})).isEmpty();
        node.recorder()
                .record(
                        House.unit()
                                .answering(new Answer(
                                        actor,
                                        new byte[] {3},
                                        new byte[] {5},
                                        "again",
                                        clock.instant().plusSeconds(60))),
                        List.of());
        assertThat(node.recorder()
                        .answerTo(actor, new byte[] {3})
                        .map(kept -> kept.answer().text()))
                .hasValue("again");
        assertThat(node.recorder().forgetExpiredAnswers()).isZero();
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

    private static boolean attempt(FactStore node, Unit unit, NewFact fact) {
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
