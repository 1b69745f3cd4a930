package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.overview.WorklistViews.Row;

class NoticingChangesTest {

    private static final UUID SOMEBODY = new UUID(4, 7);

    private final WorklistNews news = new WorklistNews();

    @Test
    void risesWithEveryChangeAndWithNothingElse() {
        int first = news.saw(Waiting.INTAKE, 1, false, List.of(row(SOMEBODY, null)));
        assertThat(news.saw(Waiting.INTAKE, 1, false, List.of(row(SOMEBODY, null))))
                .isEqualTo(first);
        int another = news.saw(Waiting.INTAKE, 1, false, List.of(row(new UUID(4, 8), null)));
        assertThat(another).as("one left and one came").isGreaterThan(first);
        int due = news.saw(Waiting.INTAKE, 1, false, List.of(row(new UUID(4, 8), LocalDate.of(2026, 6, 1))));
        assertThat(due).isGreaterThan(another);
        assertThat(news.saw(Waiting.INTAKE, 2, false, List.of(row(new UUID(4, 8), LocalDate.of(2026, 6, 1)))))
                .as("one more behind those who are shown")
                .isGreaterThan(due);
        assertThat(news.saw(Waiting.CHANGE, 0, false, List.of())).isEqualTo(first);
    }

    @Test
    void looksNoFurtherThanTheWorklistDoes() {
        List<Row> many =
                IntStream.range(0, 21).mapToObj(i -> row(new UUID(1, i), null)).toList();
        assertThat(news.saw(Waiting.LIST, 21, false, many))
                .as("a long page and a short one see the same change")
                .isEqualTo(news.saw(Waiting.LIST, 21, false, many.subList(0, WorklistNews.SEEN)));
    }

    @Test
    void saysNumbersAndCodesAlone() {
        news.saw(Waiting.INTAKE, 3, false, List.of(row(SOMEBODY, LocalDate.of(2026, 6, 1))));
        news.saw(Waiting.LIST, 100, true, List.of());
        assertThat(news.line())
                .isEqualTo(
                        "{\"list\":{\"number\":100,\"more\":true,\"turn\":1},\"intake\":{\"number\":3,\"more\":false,\"turn\":1}}");
    }

    private static Row row(UUID person, @Nullable LocalDate due) {
        return new Row(
                SubjectKind.PARTICIPANT, person, null, null, Instant.parse("2026-05-01T09:00:00Z"), due, "housing");
    }
}
