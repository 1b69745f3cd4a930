package org.troth.command.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.events.consent.ConsentEvent;

/** Whatever can happen to a consent has a word on its receipt, in every language of the pages. */
class SayingReceiptsTest {

    static Class<?>[] facts() {
        return ConsentEvent.class.getPermittedSubclasses();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void hasAWordForEachFact(Class<?> fact) {
        String type = ReceiptDesk.TYPES.get(fact);
        assertThat(type).as(fact.getSimpleName()).isNotNull();
        for (Locale language : new Locale[] {Locale.ROOT, Locale.forLanguageTag("ar")}) {
            ResourceBundle words = ResourceBundle.getBundle(
                    "messages/command/consent",
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(words.getString("command.consent.receipt.event." + type)).isNotBlank();
        }
    }
}
