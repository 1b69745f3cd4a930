package org.troth.command.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.command.consent.ConsentRequest.PublishedText;
import org.troth.command.record.MemoryDigests;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;

class PublishingConsentTextsTest {

    private static final ConsentTexts TEXTS = new ConsentTexts(new MemoryDigests());

    static Stream<PublishedText> english() {
        return TEXTS.all().stream().filter(each -> each.language().equals("en"));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void hasATextForEveryPurposeAndFindsItForEveryRegion(Purpose purpose) {
        PublishedText text = TEXTS.newest(purpose, "en-NZ").orElseThrow();
        assertThat(text).isEqualTo(TEXTS.newest(purpose, "en").orElseThrow());
        assertThat(TEXTS.asShown(new ShownText(text.name(), text.version(), text.language(), text.sha256())))
                .isEqualTo(text);
        assertThat(TEXTS.newest(purpose, "tlh")).isEmpty();
    }

    /** Flesch and Kincaid's grade: 8 is what somebody of fourteen reads with ease. */
    @ParameterizedTest
    @MethodSource("english")
    void isPlainEnoughToBeReadWithEase(PublishedText text) {
        List<String> words = Stream.of(text.text().toLowerCase(Locale.ROOT).split("[^a-z']+"))
                .filter(each -> !each.isBlank())
                .toList();
        long sentences = Stream.of(text.text().split("[.?!\\n]+"))
                .filter(each -> !each.isBlank())
                .count();
        long syllables =
                words.stream().mapToLong(PublishingConsentTextsTest::syllables).sum();
        double grade = 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
        assertThat(grade).isLessThan(8.0);
    }

    private static long syllables(String word) {
        String spoken = word.replaceAll("(?<=[^aeiouyl])e$|es$|ed$", "");
        return Math.max(1, spoken.split("[^aeiouy]+").length - (spoken.matches("^[^aeiouy].*") ? 1 : 0));
    }

    @Test
    void saysInEveryTextThatNoCostsNothingAndThatYesCanBeTakenBack() {
        assertThat(english())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.text())
                        .contains("You do not have to agree.")
                        .contains("Taking your yes back takes one step, the same as giving it."));
    }
}
