package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DrawingChartsTest {

    private final Charts charts = new Charts(Catalogue.read(), Locale.ENGLISH);

    @Test
    void givesEachBarItsShareOfTheWidest() {
        assertThat(charts.bars(List.of("a", "b", "c"), List.of(1, 4L, 0.5)))
                .extracting(Charts.Bar::share)
                .containsExactly("25.00", "100.00", "12.50");
    }

    @Test
    void givesTwoNumbersOfAGroupTheirSharesOfTheLongestLine() {
        assertThat(charts.pairs(List.of("a", "b"), List.of(3, 1), List.of(1, 0)))
                .containsExactly(
                        new Charts.Pair("a", "3", "1", "75.00", "25.00"),
                        new Charts.Pair("b", "1", "0", "25.00", "0.00"));
        assertThat(charts.pairs(List.of("a"), List.of(0), List.of(0)))
                .containsExactly(new Charts.Pair("a", "0", "0", "0.00", "0.00"));
        assertThat(charts.pairs(List.of(), List.of(), List.of())).isEmpty();
        assertThatThrownBy(() -> charts.pairs(List.of("a"), List.of(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsNothingWhereAllIsZeroOrThereIsNothing() {
        assertThat(charts.bars(List.of("a"), List.of(0)))
                .extracting(Charts.Bar::share)
                .containsExactly("0.00");
        assertThat(charts.bars(List.of(), List.of())).isEmpty();
        assertThat(charts.line(List.of(), List.of()).path()).isEmpty();
        assertThat(charts.line(List.of("a", "b"), List.of(0, 0)).path()).isEqualTo("M0.00 100.00L100.00 100.00");
    }

    @Test
    void drawsALineFromLeftToRightUnderItsTop() {
        Charts.Line line = charts.line(List.of("Jan", "Feb", "Mar"), List.of(2, 4, 1));
        assertThat(line.path()).isEqualTo("M0.00 50.00L50.00 0.00L100.00 75.00");
        assertThat(line.area()).isEqualTo(line.path() + "L100 100L0 100Z");
        assertThat(line.lastDot()).isEqualTo("M100.00 75.00h0");
        assertThat(line.top()).isEqualTo("4");
        assertThat(line.summary()).isEqualTo("From 2 (Jan) to 1 (Mar), at most 4");
    }

    @Test
    void drawsNumbersOfAScaleUnderItsEnd() {
        Charts.Line line = charts.line(List.of("May", "June"), List.of(2, 5), 10);
        assertThat(line.path()).isEqualTo("M0.00 80.00L100.00 50.00");
        assertThat(line.top()).isEqualTo("10");
        assertThat(line.summary()).isEqualTo("From 2 (May) to 5 (June), on a scale up to 10");
        assertThat(charts.line(List.of("May"), List.of(12), 10).top()).isEqualTo("12");
    }

    @Test
    void putsASinglePointInTheMiddle() {
        Charts.Line line = charts.line(List.of("Jan"), List.of(3));
        assertThat(line.lastDot()).isEqualTo("M50.00 0.00h0");
        assertThat(line.area()).isEmpty();
    }

    @Test
    void refusesWhatIsNoQuantity() {
        assertThatThrownBy(() -> charts.bars(List.of("a"), List.of(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> charts.bars(List.of("a"), List.of("1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> charts.bars(List.of("a"), List.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> charts.line(List.of("a"), List.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }
}
