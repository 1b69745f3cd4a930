package org.troth.command.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparingNamesTest {

    /** What the tags are compared by, without the tags. */
    private static boolean same(String one, String other) {
        NameKeys left = NameKeys.of(one);
        NameKeys right = NameKeys.of(other);
        return !Collections.disjoint(left.whole(), right.whole())
                || !Collections.disjoint(left.whole(), right.parts())
                || !Collections.disjoint(left.parts(), right.whole());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vera Rubin | vera RUBIN",
                "Vera Rubin | Rubin, Vera",
                "Vera Rubin | Ms Vera Florence Cooper Rubin",
                "Rubin | Vera Rubin",
                "Vera | Vera Rubin",
                "Hill & Stone LLP | Hill and Stone Solicitors",
                "Harbour Street Bakery Ltd. | harbour-street bakery",
                "Jos\u00E9 \u00C1lvarez | Jose Alvarez",
                "Wa\u0142\u0119sa | WALESA",
                "\u0141ukasz S\u00F8rensen | Lukasz Sorensen",
                "\u0110or\u0111e \u00C6gir | dorde aegir",
                "O\u2019Neill | ONeill",
                "Stra\u00DFe Verein | STRASSE VEREIN",
                "\uFF26\uFF29\uFF32\uFF2D Nord | firm nord",
                "\u0645\u0643\u062A\u0628 \u0627\u0644\u0646\u0648\u0631 | \u0645\u064E\u0643\u062A\u0628 \u0627\u0644\u0646\u0648\u0631",
                "The Company | the company",
                "Al-Hassan | AlHassan",
                "Al-Hassan | Al Hassan",
                "Anne-Marie Blanc | Annemarie Blanc",
                "O\u2018Neill | ONeill",
                "O\u00B4Neill | O'Neill",
                "Na\u02BFim Haddad | Naim Haddad",
                "Ra\u00ADshid Nur | Rashid Nur",
                "\u0623\u062D\u0645\u062F \u0639\u0644\u064A | \u0627\u062D\u0645\u062F \u0639\u0644\u0649",
                "\u0671\u062D\u0645\u062F | \u0622\u062D\u0645\u062F",
                "\u0641\u0627\u0637\u0645\u0629 | \u0641\u0627\u0637\u0645\u0647",
                "\u0645\u062D\u0640\u0640\u0645\u062F | \u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F",
                "\u06A9\u0631\u06CC\u0645 | \u0643\u0631\u064A\u0645"
            })
    void takesForTheSameWhatIsOnlyWrittenOtherwise(String one, String other) {
        assertThat(same(one, other)).isTrue();
        assertThat(same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vera Rubin | Vera Cooper",
                "Vera Rubin | Verena Rubinstein",
                "Hill Partners Ltd | Stone Partners Ltd",
                "Rubin | Cooper",
                "Bank of Leeds | Bank of York"
            })
    void tellsApartWhatSharesNoMoreThanACommonWord(String one, String other) {
        assertThat(same(one, other)).isFalse();
        assertThat(same(other, one)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "!?", "'", "\u0301"})
    void findsNothingToCompareWhereThereIsNoLetterAndNoNumber(String nothing) {
        assertThat(NameKeys.of(nothing).isEmpty()).isTrue();
    }

    /** What is kept by the first scheme, in a table that nobody can fold anew, still meets the same name. */
    @Test
    void stillHoldsWhatANameWasComparedByBefore() {
        NameKeys hyphen = NameKeys.of("Anne-Marie Blanc");
        assertThat(hyphen.parts()).contains("anne", "marie", "blanc", "annemarie");
        assertThat(hyphen.whole()).contains("anne marie", "anne blanc", "blanc marie", "annemarie blanc");
        assertThat(NameKeys.of("\u0641\u0627\u0637\u0645\u0629").whole())
                .containsExactlyInAnyOrder("\u0641\u0627\u0637\u0645\u0629", "\u0641\u0627\u0637\u0645\u0647");
    }

    @Test
    void keepsWithinItsBoundsHoweverLongANameIs() {
        NameKeys keys = NameKeys.of("one two three four five six seven eight nine ten eleven twelve");
        assertThat(keys.parts()).hasSize(8);
        assertThat(keys.whole()).hasSize(28);
    }
}
