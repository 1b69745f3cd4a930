package org.troth.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.troth.query.rebuild.Progress.State;
import org.troth.web.Catalogue;

class MeasuringProgressTest {

    private static final Instant BEGAN = Instant.parse("2026-05-01T10:00:00Z");

    private static Progress filling(long position, long head, long factsPerSecond) {
        return new Progress(State.FILLING, UUID.randomUUID(), BEGAN, null, 0, -1, -1, 0)
                .at(position + 1, position, head, factsPerSecond);
    }

    private static String said(Progress progress) {
        Progress.Left left = progress.timeLeft();
        return Catalogue.read().getMessage(left.key(), new Object[] {left.number()}, Locale.ENGLISH);
    }

    @Test
    void countsFactsOfFacts() {
        Progress half = filling(499, 999, 100);
        assertThat(half.done()).isEqualTo(500);
        assertThat(half.all()).isEqualTo(1_000);
        assertThat(half.ended(State.DONE, BEGAN).done()).isEqualTo(1_000);
        assertThat(half.ended(State.DONE, BEGAN).percent()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 999, 0, not known yet",
        "990, 999, 100, a few seconds",
        "0, 3000, 100, less than a minute",
        "0, 30000, 100, about 5 minutes",
        "0, 2000000, 100, about 6 hours",
    })
    void saysInWordsHowLongItWillTake(long position, long head, long factsPerSecond, String words) {
        assertThat(said(filling(position, head, factsPerSecond))).isEqualTo(words);
    }

    @Test
    void hasLittleLeftWhenItChangesOver() {
        assertThat(said(filling(0, 999, 0).in(State.CHANGING_OVER))).isEqualTo("a few seconds");
    }
}
