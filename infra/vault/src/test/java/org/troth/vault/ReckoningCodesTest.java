package org.troth.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReckoningCodesTest {

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void followsThePublishedVectors(long second, String code) {
        assertThat(new String(SteppedCodes.code("12345678901234567890".getBytes(US_ASCII), second / 30), US_ASCII))
                .isEqualTo(code);
    }

    /** RFC 4648, section 10, without its padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesBytesAsThePublishedVectorsDo(String bytes, String text) {
        assertThat(Base32.text(bytes.getBytes(US_ASCII))).isEqualTo(text);
        assertThat(Base32.bytes(text)).isEqualTo(bytes.getBytes(US_ASCII));
    }

    @Test
    void readsBackWhateverItWrote() {
        SecureRandom random = new SecureRandom();
        for (int length = 0; length < 64; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base32.bytes(Base32.text(bytes))).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "MZ1W", "mzxw6", "MZXW 6YTB", "MZXW6YT=", "AAA", "MZ"})
    void readsNothingElse(String text) {
        assertThat(Base32.bytes(text)).isNull();
    }
}
