package org.troth.store.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Unreadable;
import org.troth.events.keys.KeyEvent;
import org.troth.events.recording.NewFact;

/** No words are on the record under a key whose birth is not, nor under one that was destroyed. */
class RecordingTheBirthOfKeysIT {

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
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
        other.recorder().record(House.unit(), List.of(house.moreWords(participant, 2, "more words")));
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
            AppendingFactsIT.together(calls);
            assertThat(one.streams().read(KeyEvent.stream(person.value()), 0)).hasSize(1);
        }
    }

    @Test
    void refusesWordsUnderADestroyedKeyOnEveryNode() {
        FactStore one = house.node();
        FactStore other = house.node();
        ParticipantId participant = House.somebody();
        one.recorder().record(House.unit(), List.of(house.enquiryWithWords(participant, "some words")));
        other.recorder().record(House.unit(), List.of(house.moreWords(participant, 1, "more words")));

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
                            .record(House.unit(), List.of(house.moreWords(participant, 2, "late words"))))
                    .isInstanceOfSatisfying(
                            Unreadable.class, e -> assertThat(e.why()).isEqualTo(Unreadable.Why.ERASED));
        }
        assertThat(house.keys.evictions).hasValueGreaterThanOrEqualTo(2);
        other.recorder().record(House.unit(), List.of(House.enquiry(House.somebody())));
    }
}
