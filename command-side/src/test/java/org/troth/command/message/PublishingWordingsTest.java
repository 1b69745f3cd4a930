package org.troth.command.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.record.MemoryDigests;

class PublishingWordingsTest {

    /** A published wording is never edited: whoever changes one publishes another version. */
    private static final Map<String, String> PUBLISHED = Map.of(
            "en", "a3719a19057fcdea574c88fbc7784298e1e78a8f1dea805a0e040efca9fc54c0",
            "ar", "c64a9fb691fc581ce739b20d7c94a6fb8d3ab16884c7ed25bc53a632df0fa604");

    private final Wordings wordings = new Wordings(new MemoryDigests());

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void keepsEachAsItWasPublished(String language) {
        Wordings.Published said = wordings.in(language);
        assertThat(said.wording().language()).isEqualTo(language);
        assertThat(said.wording().sha256()).isEqualTo(PUBLISHED.get(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void saysNothingOfWhatFromWhomOrWhere(String language) {
        Wordings.Published said = wordings.in(language);
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
        assertThat(wordings.in("cy").wording().language()).isEqualTo("en");
    }
}
