package org.troth.command.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.command.consent.ConsentRequest.PublishedText;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.Phrase;
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
        PublishedText text = TEXTS.newest(purpose, "en-NZ", false).orElseThrow();
        assertThat(text).isEqualTo(TEXTS.newest(purpose, "en", false).orElseThrow());
        assertThat(TEXTS.asShown(new ShownText(text.name(), text.version(), text.language(), text.sha256())))
                .isEqualTo(text);
        assertThat(TEXTS.newest(purpose, "tlh", false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void isPublishedInArabicForEveryPurpose(Purpose purpose) {
        PublishedText text = TEXTS.newest(purpose, "ar-SY", false).orElseThrow();
        assertThat(text.language()).isEqualTo("ar");
        assertThat(text.text())
                .contains("لست مضطرًا إلى الموافقة.")
                .contains("سحب موافقتك يتم بخطوة واحدة، مثل إعطائها.");
        assertThat(ReadingGrade.of(text.text(), text.language())).isEmpty();
        assertThat(TEXTS.words(text).yes()).isNotEqualTo("Yes, I agree");
    }

    /** Flesch and Kincaid's grade: 8 is what somebody of fourteen reads with ease. */
    @ParameterizedTest
    @MethodSource("english")
    void isPlainEnoughToBeReadWithEase(PublishedText text) {
        assertThat(ReadingGrade.grade(text.text())).isLessThanOrEqualTo(8.0);
        String asked = TEXTS.questionsAbout(text).questions().stream()
                .map(each -> each.words() + "\n"
                        + each.choices().stream()
                                .map(Choice::label)
                                .map(Phrase::english)
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
        assertThat(ReadingGrade.grade(asked)).isLessThanOrEqualTo(8.0);
    }

    /** In words that somebody of nine reads with ease, and never more than the other text says. */
    @ParameterizedTest
    @EnumSource(Purpose.class)
    void hasATextForYoungPeopleToo(Purpose purpose) {
        PublishedText young = TEXTS.newest(purpose, "en", true).orElseThrow();
        assertThat(young.name()).isEqualTo(purpose.name().toLowerCase(Locale.ROOT) + "-young");
        assertThat(ReadingGrade.grade(young.text())).isLessThanOrEqualTo(4.0);
        assertThat(young.text().length())
                .isLessThan(
                        TEXTS.newest(purpose, "en", false).orElseThrow().text().length());
        PublishedText arabic = TEXTS.newest(purpose, "ar-SY", true).orElseThrow();
        assertThat(arabic.name()).isEqualTo(young.name());
        assertThat(arabic.text())
                .contains("لست مضطرًا إلى الموافقة.")
                .contains("سحب موافقتك يتم بخطوة واحدة، مثل إعطائها.");
    }

    static Stream<PublishedText> every() {
        return TEXTS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("every")
    void comesWithQuestionsThatHaveOneRightAnswerEach(PublishedText text) {
        TextQuestions about = TEXTS.questionsAbout(text);
        assertThat(about.shown().language()).isEqualTo(text.language());
        assertThat(about.shown().sha256()).hasSize(64).isNotEqualTo(text.sha256());
        assertThat(about.questions()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(each -> {
            assertThat(each.choices()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(each.choices().stream().map(Choice::value)).contains(each.right());
            assertThat(each.choices().stream().map(Choice::label)).doesNotHaveDuplicates();
            assertThat(text.text()).contains(each.passage());
        });
        List<String> labels = about.questions().stream()
                .flatMap(each -> each.choices().stream())
                .map(Choice::label)
                .map(Phrase::english)
                .toList();
        assertThat(labels).doesNotHaveDuplicates();
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
