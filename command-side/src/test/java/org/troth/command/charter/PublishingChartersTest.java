package org.troth.command.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.charter.CharterText.Section;
import org.troth.command.law.CodeList;
import org.troth.command.record.MemoryDigests;
import org.troth.events.charter.CharterEvent.ShownCharter;

class PublishingChartersTest {

    private static final Charters CHARTERS = new Charters(new MemoryDigests());

    static Stream<CharterText> every() {
        return CHARTERS.all().stream();
    }

    @Test
    void isThereInEnglishAndInArabicInItsNewestVersion() {
        assertThat(CHARTERS.languages()).containsExactly("en", "ar");
        assertThat(CHARTERS.newest("ar-SY").shown().language()).isEqualTo("ar");
        assertThat(CHARTERS.newest("en-NZ")).isEqualTo(CHARTERS.newest("en"));
        assertThat(CHARTERS.newest("tlh")).isEqualTo(CHARTERS.newest(null)).isEqualTo(CHARTERS.newest("en"));
        assertThat(CHARTERS.newest("ar").direction()).isEqualTo("rtl");
        assertThat(CHARTERS.newest("en").direction()).isEqualTo("ltr");
        assertThat(every().filter(each -> each.shown().version() == CHARTERS.version()))
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("every")
    void saysWhatTheRoleIsAndIsNotAndWhatStaysBetweenThemAndWhomToTurnTo(CharterText text) {
        assertThat(text.sections())
                .hasSize(6)
                .allSatisfy(part -> assertThat(
                                part.points().size() + part.paragraphs().size())
                        .isPositive());
        assertThat(text.mainPoints()).hasSizeBetween(3, 6);
        assertThat(text.saying()).isNotBlank();
        assertThat(text.shown().sha256()).isEqualTo(new MemoryDigests().sha256(text.text()));
    }

    /** Every word that is shown stands in what is digested, and every word that is digested is shown. */
    @ParameterizedTest
    @MethodSource("every")
    void losesNoWordOnTheWayToThePage(CharterText text) {
        StringBuilder shown = new StringBuilder(text.title());
        for (Section part : text.sections()) {
            shown.append(part.heading());
            part.points().forEach(shown::append);
            part.paragraphs().forEach(shown::append);
        }
        shown.append(text.saying());
        assertThat(letters(shown.toString())).containsExactly(letters(text.text()));
    }

    private static int[] letters(String text) {
        return text.codePoints().filter(Character::isLetter).sorted().toArray();
    }

    @Test
    void isTheSameInParts() {
        CharterText arabic = CHARTERS.newest("ar");
        CharterText english = CHARTERS.newest("en");
        for (int at = 0; at < english.sections().size(); at++) {
            assertThat(arabic.sections().get(at).points())
                    .hasSameSizeAs(english.sections().get(at).points());
            assertThat(arabic.sections().get(at).paragraphs())
                    .hasSameSizeAs(english.sections().get(at).paragraphs());
        }
    }

    @Test
    void tellsOthersItsMainPointsAndWhatLiesOutsideIt() {
        assertThat(CHARTERS.mainPoints("ar").points())
                .isEqualTo(CHARTERS.newest("ar").mainPoints());
        assertThat(CHARTERS.mainPoints("tlh").language()).isEqualTo("en");
        assertThat(CHARTERS.outside())
                .containsExactlyElementsOf(CodeList.OUTSIDE.codes())
                .contains("legal-advice", "danger");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Title",
                "Title\n\n# In short\n- One.",
                "Title\n\n# In short\nNo points.\n\n> Read.",
                "Title\n\nIn short\n- One.\n\n> Read."
            })
    void refusesAFileThatIsNotWrittenAsItShouldBe(String file) {
        assertThatThrownBy(() -> CharterText.of(new ShownCharter("x", 1, "en", "00"), file))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
    }

    @Test
    void readsItsParts() {
        CharterText text = CharterText.of(
                new ShownCharter("x", 1, "en", "00"),
                "Title\n\n# In short\n- One.\n- Two.\n\n# More\nWords.\n\n> Read.\n");
        assertThat(text.title()).isEqualTo("Title");
        assertThat(text.sections())
                .containsExactly(
                        new Section("In short", List.of("One.", "Two."), List.of()),
                        new Section("More", List.of(), List.of("Words.")));
        assertThat(text.saying()).isEqualTo("Read.");
    }
}
