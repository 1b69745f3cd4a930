package org.troth.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanningCodeTest {

    private static final int MARGIN = 4;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "otpauth://totp/Sign-in?algorithm=SHA1&digits=6&period=30&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                "a text that is longer than any of ours, so that the square takes a version with alignment of its own: "
                        + "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789"
            })
    void givesTheTextBackToAnotherReader(String text) throws ReaderException {
        assertThat(new Decoder().decode(modules(ScannableCode.of(text))).getText())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0123456789"})
    void leavesTheMarginLightAndDrawsNothingElse(String text) {
        ScannableCode code = ScannableCode.of(text);

        assertThat(RUN.matcher(code.dark()).replaceAll("")).isEmpty();
        assertThat(RUN.matcher(code.dark()).results()).allSatisfy(run -> {
            assertThat(number(run, 1)).isBetween(MARGIN, code.side() - MARGIN - number(run, 3));
            assertThat(number(run, 2)).isBetween(MARGIN, code.side() - MARGIN - 1);
        });
    }

    private static BitMatrix modules(ScannableCode code) {
        BitMatrix modules = new BitMatrix(code.side() - 2 * MARGIN);
        RUN.matcher(code.dark())
                .results()
                .forEach(run -> modules.setRegion(number(run, 1) - MARGIN, number(run, 2) - MARGIN, number(run, 3), 1));
        return modules;
    }

    private static int number(MatchResult run, int group) {
        return Integer.parseInt(run.group(group));
    }
}
