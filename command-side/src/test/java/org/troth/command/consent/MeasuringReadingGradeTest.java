package org.troth.command.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.troth.events.consent.ConsentEvent.ReadingLevel;

class MeasuringReadingGradeTest {

    private static final Offset<Double> CLOSE = Offset.offset(0.05);

    /** The second sentence and its grade, 11.3, are a well-known example of the formula. */
    @Test
    void agreesWithWhatIsKnownOfKnownSentences() {
        assertThat(ReadingGrade.grade("The cat sat on the mat.")).isCloseTo(-1.45, CLOSE);
        assertThat(ReadingGrade.grade(
                        "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."))
                .isCloseTo(11.3, CLOSE);
        assertThat(ReadingGrade.grade("The cat sat. The cat ran. The cat slept!"))
                .isCloseTo(-2.62, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        "the,1",
        "role,1",
        "people,2",
        "agree,2",
        "agreed,2",
        "needed,2",
        "asked,1",
        "classes,2",
        "names,1",
        "information,4",
        "volunteer,3",
        "style,1",
        "passes,2",
        "decided,3"
    })
    void countsSyllablesAsTheyAreSpoken(String word, long syllables) {
        assertThat(ReadingGrade.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void givesAGradeToEnglishAndToNothingElse() {
        assertThat(ReadingGrade.of("The cat sat on the mat.", "en-GB"))
                .contains(new ReadingLevel("flesch-kincaid-grade", "-1.4"));
        assertThat(ReadingGrade.of("جلست القطة على السجادة.", "ar")).isEmpty();
        assertThat(ReadingGrade.of("Le chat est assis.", "fr")).isEmpty();
    }

    /** What everybody is asked to read is held to the same as what they are asked to agree to. */
    @Test
    void isEightAtMostForEveryCharterInEnglish() throws IOException {
        int measured = 0;
        for (String line : charter("published.txt").lines().toList()) {
            List<String> parts = List.of(line.split(" "));
            if (parts.get(1).equals("en")) {
                String text = charter(parts.get(0) + ".en.v" + parts.get(2) + ".txt");
                assertThat(ReadingGrade.grade(text)).isLessThanOrEqualTo(8.0);
                measured++;
            }
        }
        assertThat(measured).isPositive();
    }

    private static String charter(String file) throws IOException {
        return Files.readString(Path.of("src/main/resources/charter").resolve(file));
    }
}
