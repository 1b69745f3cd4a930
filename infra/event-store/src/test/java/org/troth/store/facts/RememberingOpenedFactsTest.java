package org.troth.store.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.troth.events.recording.RecordedFact;

class RememberingOpenedFactsTest {

    private final OpenedFacts lately = new OpenedFacts(8);

    @Test
    void answersOnlyARowThatIsTheSameInEveryByte() {
        RecordedFact fact = fact(5);
        lately.opened(new FactRow(5, new byte[] {1, 2}, new byte[] {3, 4}), fact, 0);

        assertThat(lately.in(new FactRow(5, new byte[] {1, 2}, new byte[] {3, 4})))
                .isSameAs(fact);
        assertThat(lately.in(new FactRow(5, new byte[] {1, 3}, new byte[] {3, 4})))
                .isNull();
        assertThat(lately.in(new FactRow(5, new byte[] {1, 2}, new byte[] {3, 5})))
                .isNull();
        assertThat(lately.in(new FactRow(5, new byte[] {1, 2}, null))).isNull();
        assertThat(lately.in(new FactRow(6, new byte[] {1, 2}, new byte[] {3, 4})))
                .isNull();
    }

    @Test
    void keepsTheLatestUsedAndStaysSmall() {
        FactRow kept = new FactRow(0, new byte[1], new byte[1]);
        lately.opened(kept, fact(0), 0);
        int found = 0;
        for (int position = 1; position <= 100; position++) {
            lately.opened(new FactRow(position, new byte[1], new byte[1]), fact(position), 0);
            assertThat(lately.in(kept)).isNotNull();
        }
        for (int position = 1; position <= 100; position++) {
            found += lately.in(new FactRow(position, new byte[1], new byte[1])) == null ? 0 : 1;
        }
        assertThat(found).isBetween(1, 8);
    }

    @Test
    void forgetsEverything() {
        FactRow row = new FactRow(1, new byte[1], new byte[1]);
        lately.opened(row, fact(1), 0);
        lately.forget();
        assertThat(lately.in(row)).isNull();
    }

    @Test
    void keepsNothingThatWasOpenedBeforeItForgot() {
        FactRow row = new FactRow(1, new byte[1], new byte[1]);
        int since = lately.forgotten();
        lately.forget();
        lately.opened(row, fact(1), since);
        assertThat(lately.in(row)).isNull();
        lately.opened(row, fact(1), lately.forgotten());
        assertThat(lately.in(row)).isNotNull();
    }

    @Test
    void forgetsOneAndKeepsTheOthersEvenOfThoseUsedLongAgo() {
        Lately<Integer, String> few = new Lately<>(4);
        for (int key = 0; key < 3; key++) {
            few.keep(key, "value", few.forgotten());
        }
        few.forget(0);
        assertThat(few.get(0)).isNull();
        assertThat(few.get(1)).isEqualTo("value");
        assertThat(few.get(2)).isEqualTo("value");
    }

    private static RecordedFact fact(long position) {
        return new RecordedFact(
                position,
                new UUID(0, position),
                "Participant",
                "id",
                0,
                Instant.EPOCH,
                House.enquiry(House.somebody()).fact(),
                Map.of());
    }
}
