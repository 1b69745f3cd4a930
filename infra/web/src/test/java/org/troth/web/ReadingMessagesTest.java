package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingMessagesTest {

    private static final Locale ARABIC = Locale.forLanguageTag("ar");
    private static final String EN = "messages/query/day.properties";
    private static final String AR = "messages/query/day_ar.properties";

    @Test
    void saysWordsInTheLanguageAskedForAndInEnglishToThoseWhoseLanguageNobodySpeaks() {
        Catalogue words = Catalogue.of(
                Map.of(EN, "query.day.greeting=Good day, {0}", AR, "query.day.greeting=نهارك سعيد يا {0}"));
        Object[] name = {"V-0221"};
        assertThat(words.getMessage("query.day.greeting", name, Locale.UK)).isEqualTo("Good day, V-0221");
        assertThat(words.getMessage("query.day.greeting", name, Locale.GERMAN)).isEqualTo("Good day, V-0221");
        assertThat(words.getMessage("query.day.greeting", name, Locale.forLanguageTag("ar-EG")))
                .isEqualTo("نهارك سعيد يا V-0221");
        assertThat(words.say(Words.of("query.day.greeting", "V-0221"), ARABIC)).isEqualTo("نهارك سعيد يا V-0221");
        assertThat(words.say(Words.english("Only so"), ARABIC)).isEqualTo("Only so");
    }

    @Test
    void failsForAKeyThatIsNotThereEvenWhereEnglishHasIt() {
        Catalogue words = Catalogue.of(Map.of(EN, "query.day.one=One", "messages/web/own.properties", "web.own.a=A"));
        assertThatThrownBy(() -> words.getMessage("query.day.none", null, Locale.ENGLISH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("query.day.none");
        assertThatThrownBy(() -> words.getMessage("query.day.one", null, ARABIC))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no words in ar");
        assertThat(words.getMessage("query.day.none", null, "otherwise", Locale.ENGLISH))
                .isEqualTo("otherwise");
    }

    @Test
    void isWholeWhereEveryFeatureOfThePlaceIs() {
        Catalogue words = Catalogue.of(Map.of(
                EN,
                "query.day.a=A",
                AR,
                "query.day.a=أ",
                "messages/query/daylight.properties",
                "query.daylight.a=A",
                "messages/web/frame.properties",
                "web.frame.a=A"));
        assertThat(words.isWhole("query.day", Tongue.ARABIC)).isTrue();
        assertThat(words.isWhole("query.day", Tongue.ENGLISH)).isTrue();
        assertThat(words.isWhole("query.daylight", Tongue.ARABIC)).isFalse();
        assertThat(words.isWhole("query", Tongue.ARABIC)).isFalse();
        assertThat(words.isWhole("web", Tongue.ARABIC)).isFalse();
        assertThat(words.isWhole("query.nowhere", Tongue.ENGLISH)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query.day.a=A\\nquery.day.b=B | query.day.a=أ | not the same keys in ar as in English: [query.day.b]",
                "query.day.a=A | query.day.a=أ\\nquery.day.b=ب | not the same keys",
                "query.day.a=A {0} {1} | query.day.a=أ {1} | not the same arguments in ar as in English: query.day.a",
                "query.day.a=A | query.day.a= | nothing, or a straight apostrophe",
                "query.day.a=It's | query.day.a=أ | a straight apostrophe",
                "query.day.a=A\\nquery.day.a=B | query.day.a=أ | there twice: query.day.a",
                "query.night.a=A | query.day.a=أ | another feature in query.day: query.night.a",
                "query.day.a#one=A | query.day.a=أ | query.day.a needs the forms [one, other]",
                "query.day.a#one=A\\nquery.day.a#other=B | query.day.a=أ | ",
                "query.day.a#one=A\\n"
                        + "query.day.a#other={0} B | query.day.a#one=أ\\n"
                        + "query.day.a#other={0} أ | in ar, query.day.a needs the forms [zero",
            })
    void refusesToStartWithALanguageThatOnlyClaimsToBeWhole(String english, String arabic, String reason) {
        Map<String, String> files = Map.of(EN, english.replace("\\n", "\n"), AR, arabic.replace("\\n", "\n"));
        if (reason == null) {
            assertThat(Catalogue.of(files).isWhole("query.day", Tongue.ARABIC)).isTrue();
        } else {
            assertThatThrownBy(() -> Catalogue.of(files))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void refusesALanguageThatNobodySpeaksAndOneWithoutEnglish() {
        assertThatThrownBy(() -> Catalogue.of(Map.of("messages/query/day_fr.properties", "query.day.a=A")))
                .hasMessageContaining("nobody speaks");
        assertThatThrownBy(() -> Catalogue.of(Map.of(AR, "query.day.a=أ"))).hasMessageContaining("no English");
        assertThatThrownBy(() -> Catalogue.of(Map.of("messages/stray.properties", "stray.a=A")))
                .hasMessageContaining("no name of ours");
    }

    @Test
    void hasTheRightFormBesideEveryNumber() {
        Catalogue words = Catalogue.of(
                Map.of(EN, "query.day.left#one=One day is left\nquery.day.left#other={0} days are left", AR, """
                    query.day.left#zero=لم يبق أي يوم
                    query.day.left#one=بقي يوم واحد
                    query.day.left#two=بقي يومان
                    query.day.left#few=بقيت {0} أيام
                    query.day.left#many=بقي {0} يومًا
                    query.day.left#other=بقي {0} يوم
                    """));
        assertThat(said(words, Locale.ENGLISH, 0, 1, 2))
                .containsExactly("0 days are left", "One day is left", "2 days are left");
        assertThat(said(words, ARABIC, 0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 1111))
                .containsExactly(
                        "لم يبق أي يوم",
                        "بقي يوم واحد",
                        "بقي يومان",
                        "بقيت 3 أيام",
                        "بقيت 10 أيام",
                        "بقي 11 يومًا",
                        "بقي 99 يومًا",
                        "بقي 100 يوم",
                        "بقي 102 يوم",
                        "بقيت 103 أيام",
                        "بقي 1,111 يومًا");
    }

    private static List<String> said(Catalogue words, Locale locale, int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> words.getMessage("query.day.left", new Object[] {number}, locale))
                .toList();
    }

    @Test
    void holdsTheFramesOwnWordsWholeInBothLanguages() {
        Catalogue words = Catalogue.read();
        assertThat(words.isWhole("web", Tongue.ARABIC)).isTrue();
        assertThat(words.languages("web.frame")).containsExactly("ar", "en");
        for (int status : new int[] {400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 418, 421, 422, 429, 500, 503}) {
            for (Tongue tongue : Tongue.values()) {
                assertThat(words.say(Wording.title(status), tongue.locale())).isNotBlank();
                assertThat(words.say(Wording.detail(status), tongue.locale())).isNotBlank();
            }
        }
    }
}
