package org.troth.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.troth.web.Catalogue;

/** Codes, days and languages in the language of the page. */
class SayingCodesTest {

    private static final Locale ARABIC = Locale.forLanguageTag("ar-u-nu-latn");

    private final Plain plain = new Plain(ZoneOffset.UTC, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Catalogue.read());

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void speaksEnglishWhereNoPageIsMade() {
        assertThat(plain.words(List.of("EMAIL", "PHONE"))).isEqualTo("E-mail, phone");
        assertThat(plain.word("court-day, housing")).isEqualTo("Court day, housing");
        assertThat(plain.language("ar")).isEqualTo("Arabic");
        assertThat(plain.day(LocalDate.of(2026, 6, 1))).isEqualTo("1 June 2026");
    }

    @Test
    void speaksTheLanguageOfThePage() {
        LocaleContextHolder.setLocale(ARABIC);
        assertThat(plain.words(List.of("EMAIL", "PHONE"))).isEqualTo("البريد الإلكتروني، الهاتف");
        assertThat(plain.language("en")).isEqualTo("الإنجليزية");
        assertThat(plain.day(LocalDate.of(2026, 6, 1))).isEqualTo("1 يونيو 2026");
        assertThat(plain.moment(Instant.parse("2026-06-01T10:05:00Z"))).isEqualTo("1 يونيو 2026، 10:05");
        assertThat(plain.purpose("COC")).isEqualTo("تنسيق الدعم");
    }

    @Test
    void spellsOutWhatHasNoWordsAndLeavesItAsItIsInAnotherLanguage() {
        assertThat(plain.word("SOME_CODE")).isEqualTo("Some code");
        LocaleContextHolder.setLocale(ARABIC);
        assertThat(plain.word("SOME_CODE")).isEqualTo("\u2066SOME_CODE\u2069");
    }
}
