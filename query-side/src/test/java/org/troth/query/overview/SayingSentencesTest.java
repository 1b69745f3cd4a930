package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.troth.events.Families;
import org.troth.events.Recorded;
import org.troth.query.reading.Plain;
import org.troth.web.Catalogue;

class SayingSentencesTest {

    private static final Catalogue WORDS = Catalogue.read();

    private final Sentences sentences = new Sentences(
            new Said(WORDS), new Plain(ZoneOffset.UTC, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), WORDS));

    @BeforeEach
    void speakEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void fallSilent() {
        LocaleContextHolder.resetLocaleContext();
    }

    static Stream<String> kinds() {
        return Families.facts().map(fact -> fact.getAnnotation(Recorded.class).as());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasOneForEveryFactThereIs(String kind) {
        String sentence = sentences.of(kind, "SOME_CODE", "VOLUNTEER", LocalDate.of(2026, 5, 1));
        assertThat(sentence).endsWith(".").doesNotContain("{", "_", "SOME", "VOLUNTEER");
        assertThat(sentences.kind(kind)).startsWith(kind.substring(0, 1).toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasOneInArabicToo(String kind) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ar"));
        assertThat(sentences.of(kind, null, "VOLUNTEER", null))
                .endsWith(".")
                .doesNotContain("{")
                .doesNotContainPattern("[A-Za-z]");
    }

    @Test
    void saysCodesAndDaysInPlainWords() {
        assertThat(sentences.of("boundary-set", "HOURS", "VOLUNTEER", null))
                .isEqualTo("The volunteer set a boundary: hours.");
        assertThat(sentences.of("change-asked", null, null, LocalDate.of(2026, 5, 1)))
                .isEqualTo("A change was asked for, to be arranged by 1 May 2026.");
    }
}
