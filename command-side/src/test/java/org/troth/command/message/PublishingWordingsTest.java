package org.troth.command.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.troth.command.record.MemoryDigests;
import org.troth.events.MessageId;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.message.Receiver;
import org.troth.events.message.Receiver.Kind;

class PublishingWordingsTest {

    /** A published wording is never edited: whoever changes one publishes another version. */
    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of(
                        Kind.AGENCY,
                        Occasion.REFERRAL_RECALLED,
                        "en",
                        "861f867695291fd06266e8f405c0efd7ce6799aaf3d11e63d490528b58bb7c50"),
                Arguments.of(
                        Kind.PARTICIPANT,
                        Occasion.CONSENT_ASKED,
                        "en",
                        "a3719a19057fcdea574c88fbc7784298e1e78a8f1dea805a0e040efca9fc54c0"),
                Arguments.of(
                        Kind.VOLUNTEER,
                        Occasion.MATCH_PROPOSED,
                        "ar",
                        "c64a9fb691fc581ce739b20d7c94a6fb8d3ab16884c7ed25bc53a632df0fa604"),
                Arguments.of(
                        Kind.AGENCY,
                        Occasion.REFERRAL_SENT,
                        "en",
                        "98b24c65c27b43db3fc9df7bce4c0ab3854c717a26366fc81baaa525a7e6b268"),
                Arguments.of(
                        Kind.SECOND_CONTACT,
                        Occasion.CHANGE_WAITS,
                        "en",
                        "08b41b1c752bf2492dacba5f9c2bde60be84a841473ea17a8d39835b9f25cbd4"));
    }

    private final Wordings wordings = new Wordings(new MemoryDigests());

    @ParameterizedTest
    @MethodSource("published")
    void keepsEachAsItWasPublished(Kind kind, Occasion occasion, String language, String sha256) {
        Wordings.Published said = wordings.of(message(kind, occasion), language);
        assertThat(said.wording().language()).isEqualTo(language);
        assertThat(said.wording().sha256()).isEqualTo(sha256);
    }

    @ParameterizedTest
    @MethodSource("published")
    void saysNothingOfWhatFromWhomOrWhere(Kind kind, Occasion occasion, String language, String sha256) {
        Wordings.Published said = wordings.of(message(kind, occasion), language);
        assertThat(said.wording().sha256()).isEqualTo(sha256);
        String whole = (said.subject() + "\n" + said.body()).toLowerCase(Locale.ROOT);
        assertThat(whole)
                .doesNotContainPattern("[0-9]")
                .doesNotContainPattern("troth|http|www|://|@|\\{|legal|law|court|peer|support|match|consent|boundar|"
                        + "referral|volunteer|programme|program|participant|sign in|help")
                .doesNotContainPattern("قانون|محكمة|دعم|متطوع|برنامج|موافقة|محام");
        assertThat(said.subject()).isNotBlank().doesNotContain("\n").hasSizeLessThan(60);
        assertThat(said.body()).isNotBlank();
    }

    @Test
    void speaksEnglishWhereALanguageIsNotPublished() {
        assertThat(wordings.of(message(Kind.PARTICIPANT, Occasion.CONSENT_ASKED), "cy")
                        .wording()
                        .language())
                .isEqualTo("en");
    }

    private static MessageQueued message(Kind kind, Occasion occasion) {
        return new MessageQueued(
                new MessageId(UUID.randomUUID()), new Receiver(kind, UUID.randomUUID()), occasion, UUID.randomUUID());
    }
}
