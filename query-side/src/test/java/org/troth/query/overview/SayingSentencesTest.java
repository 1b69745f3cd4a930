package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.events.Families;
import org.troth.events.Recorded;
import org.troth.query.reading.Plain;

class SayingSentencesTest {

    private final Sentences sentences =
            new Sentences(new Plain(ZoneOffset.UTC, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));

    static Stream<String> kinds() {
        return Families.facts().map(fact -> fact.getAnnotation(Recorded.class).as());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasOneForEveryFactThereIs(String kind) {
        String sentence = sentences.of(kind, "SOME_CODE", "VOLUNTEER", LocalDate.of(2026, 5, 1));
        assertThat(sentence).endsWith(".").doesNotContain("{", "_", "SOME", "VOLUNTEER");
    }

    @Test
    void saysCodesAndDaysInPlainWords() {
        assertThat(sentences.of("boundary-set", "HOURS", "VOLUNTEER", null))
                .isEqualTo("The volunteer set a boundary: hours.");
        assertThat(sentences.of("change-asked", null, null, LocalDate.of(2026, 5, 1)))
                .isEqualTo("A change was asked for, to be arranged by 1 May 2026.");
    }
}
