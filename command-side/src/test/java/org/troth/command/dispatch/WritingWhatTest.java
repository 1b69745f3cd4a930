package org.troth.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WritingWhatTest {

    @Test
    void givesEveryRequestATextOfItsOwn() {
        assertThat(Stream.of(
                        What.of("a"),
                        What.of("a", ""),
                        What.of("a", (Object) null),
                        What.of("a", "-"),
                        What.of("a", "b", "c"),
                        What.of("a", "b c"),
                        What.of("a", "b 1:c"),
                        What.of("a", List.of("b", "c")),
                        What.of("a", List.of("b"), "c"),
                        What.of("a", List.of(), "b", "c")))
                .doesNotHaveDuplicates();
    }
}
