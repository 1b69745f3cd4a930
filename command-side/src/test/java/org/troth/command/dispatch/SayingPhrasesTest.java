package org.troth.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.troth.command.law.CodeList;

class SayingPhrasesTest {

    @Test
    void hasTheEnglishWordsOfItsKeyAndTheFormOfItsNumber() {
        assertThat(Phrase.of("command.dispatch.needed")).hasToString("This is needed.");
        assertThat(Phrase.of("command.dispatch.longest", 1)).hasToString("At most one character.");
        assertThat(Phrase.of("command.dispatch.longest", 8000)).hasToString("At most 8000 characters.");
    }

    @Test
    void hasWordsForEveryCodeOfTheLaw() {
        for (CodeList list : CodeList.values()) {
            assertThat(Choice.among(list))
                    .hasSameSizeAs(list.codes())
                    .allSatisfy(choice -> assertThat(choice.label().english()).isNotBlank());
        }
    }

    @Test
    void isSaidByAPageInItsOwnLanguage() {
        StaticMessageSource messages = new StaticMessageSource();
        Locale arabic = Locale.forLanguageTag("ar");
        messages.addMessage("command.dispatch.number", arabic, "من {0} إلى {1}");
        assertThat(messages.getMessage(Phrase.of("command.dispatch.number", "1", "9"), arabic))
                .isEqualTo("من 1 إلى 9");
        assertThat(messages.getMessage(Phrase.english("Words of no file."), arabic))
                .isEqualTo("Words of no file.");
    }
}
