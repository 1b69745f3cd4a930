package org.troth.store.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.recording.Answer;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Recording;
import org.troth.testkit.FixedClock;

/** A request that is repeated is answered as before, for as long as its answer is kept. */
class AnsweringRepeatedRequestsIT {

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
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
}
