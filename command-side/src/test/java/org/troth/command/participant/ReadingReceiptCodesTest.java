package org.troth.command.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingReceiptCodesTest {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private final Random random = new Random(10);

    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < 32; at++) {
            letters.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return letters.toString();
    }

    private ReceiptCode code() {
        return ReceiptCode.next(this::letters);
    }

    @Test
    void showsFourGroupsOfFour() {
        ReceiptCode code = code();
        assertThat(code.spoken()).matches("[0-9a-hj-km-np-tv-z]{4}( [0-9a-hj-km-np-tv-z]{4}){3}");
        assertThat(code.isWhole()).isTrue();
        assertThat(code).hasToString("ReceiptCode");
    }

    @Test
    void takesWhatIsRandomFromItsSourceAlone() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            all.add(code().letters());
        }
        assertThat(all).hasSize(1000);
        assertThatThrownBy(() -> ReceiptCode.next(() -> "short")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ReceiptCode.next(() -> "!".repeat(32))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void seesEveryWrongLetter() {
        String code = code().letters();
        for (int at = 0; at < code.length(); at++) {
            for (char letter : ALPHABET.toCharArray()) {
                String slip = code.substring(0, at) + letter + code.substring(at + 1);
                assertThat(new ReceiptCode(slip).isWhole()).isEqualTo(slip.equals(code));
            }
        }
    }

    @Test
    void seesAnyTwoLettersThatChangedPlaces() {
        String code = code().letters();
        for (int one = 0; one < code.length(); one++) {
            for (int other = one + 1; other < code.length(); other++) {
                StringBuilder slip = new StringBuilder(code);
                slip.setCharAt(one, code.charAt(other));
                slip.setCharAt(other, code.charAt(one));
                assertThat(new ReceiptCode(slip.toString()).isWhole())
                        .isEqualTo(slip.toString().equals(code));
            }
        }
    }

    @Test
    void readsWhatWasTypedKindly() {
        ReceiptCode code = ReceiptCode.next(() -> "01abcdefghjkmnpqrstvwxyz01234567");
        String typed = " " + code.spoken().toUpperCase(java.util.Locale.ROOT).replace(' ', '-') + "\t";
        assertThat(ReceiptCode.typed(typed.replace('0', 'O').replaceFirst("1", "l")))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "000000000000000", "00000000000000000", "000000000000000!", "\u00e9"})
    void seesWhatIsNoCode(String typed) {
        assertThat(ReceiptCode.typed(typed).isWhole()).isFalse();
    }

    @Test
    void readsNoMoreThanACodeCanBe() {
        assertThat(ReceiptCode.typed("0".repeat(100_000)).letters()).hasSize(ReceiptCode.LONGEST_TYPED);
    }
}
