package org.troth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.ledger.Tampered;

class HashingPasswordsTest {
    private static final byte[] PASSWORD = "password".getBytes(StandardCharsets.US_ASCII);

    /** Known answers of the reference implementation (version 1.3). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void agreesWithTheReference(String encoded) {
        Argon2 verifier = Argon2.decode(encoded);

        assertThat(verifier.fits(PASSWORD)).isTrue();
        assertThat(verifier.fits("differentpassword".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(verifier.encoded()).isEqualTo(encoded);
        assertThat(Argon2.of(PASSWORD, verifier.salt(), verifier.memoryKib(), verifier.passes(), verifier.lanes())
                        .encoded())
                .isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=99,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=7,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=0$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$short"
            })
    void refusesAnythingElseAsAVerifier(String encoded) {
        assertThatExceptionOfType(Tampered.class).isThrownBy(() -> Argon2.decode(encoded));
    }

    @Test
    void showsNothingOfItself() {
        Argon2 verifier = Argon2.of(PASSWORD, new byte[16], 256, 1, 1);

        assertThat(verifier).hasToString("Argon2");
        assertThat(Arrays.equals(verifier.hash(), new byte[32])).isFalse();
    }
}
