package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingProofsTest {
    private static final String FORMAT = "c2sp.org/tlog-proof@v1\n";
    private static final String HASH = StrictText.base64(NaiveTree.leaf(1)) + "\n";

    private static SignedCheckpoint signed(int size) throws IOException {
        return SignedCheckpoint.sign(
                LogVectors.checkpoint(size),
                LogVectors.SECONDS,
                List.of(LogVectors.signer(0), LogVectors.signer(1), LogVectors.signer(2)));
    }

    @Test
    void provesEveryEntryAndNoOther() throws IOException, Malformed {
        for (int size : new int[] {1, 2, 5, 300}) {
            TiledTree tree = LogVectors.tree(size);
            SignedCheckpoint signed = signed(size);
            for (int index = 0; index < size; index += 1 + size / 20) {
                TlogProof proof =
                        TlogProof.parse(TlogProof.of(tree, index, signed).bytes());

                assertThat(proof.index()).isEqualTo(index);
                assertThat(proof)
                        .isEqualTo(TlogProof.of(tree, index, signed))
                        .hasSameHashCodeAs(TlogProof.of(tree, index, signed))
                        .isNotEqualTo(new TlogProof(index + 1, proof.path(), signed));
                assertThat(proof.signed()).isEqualTo(signed);
                assertThat(proof.includes(LogEntry.leaf(LogVectors.entry(index))))
                        .isTrue();
                assertThat(proof.includes(LogEntry.leaf(LogVectors.entry(size))))
                        .isFalse();
                assertThat(new TlogProof(index + 1, proof.path(), signed)
                                .includes(LogEntry.leaf(LogVectors.entry(index))))
                        .isFalse();
            }
        }
    }

    @Test
    void holdsOnlyWhenIncludedAndBelieved() throws IOException {
        TiledTree tree = LogVectors.tree(5);
        Policy policy = LogVectors.policy();
        TlogProof proof = TlogProof.of(tree, 3, signed(5));
        TlogProof alone = TlogProof.of(
                tree,
                3,
                SignedCheckpoint.sign(
                        LogVectors.checkpoint(5),
                        LogVectors.SECONDS,
                        List.of(LogVectors.signer(0), LogVectors.signer(2))));

        assertThat(proof.verify(LogVectors.entry(3), policy).holds()).isTrue();
        assertThat(proof.verify(LogVectors.entry(2), policy).holds()).isFalse();
        assertThat(proof.verify(LogVectors.entry(2), policy).endorsement().met())
                .isTrue();
        assertThat(alone.verify(LogVectors.entry(3), policy).holds()).isFalse();
        assertThat(alone.verify(LogVectors.entry(3), policy).included()).isTrue();
        assertThatThrownBy(() -> proof.verify(new byte[64], policy)).isInstanceOf(Tampered.class);
        assertThat(new TlogProof(Long.MAX_VALUE, proof.path(), proof.signed())
                        .verify(LogVectors.entry(3), policy)
                        .holds())
                .isFalse();
    }

    @Test
    void isMadeOfNothingThatItCouldNotRead() throws IOException {
        SignedCheckpoint signed = signed(1);
        byte[] hash = NaiveTree.leaf(1);

        assertThat(new TlogProof(0, Collections.nCopies(63, hash), signed).path())
                .hasSize(63);
        assertThatThrownBy(() -> new TlogProof(0, Collections.nCopies(64, hash), signed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TlogProof(-1, List.of(), signed)).isInstanceOf(IllegalArgumentException.class);
        for (int length : new int[] {0, 31, 33}) {
            assertThatThrownBy(() -> new TlogProof(0, List.of(hash, new byte[length]), signed))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{f}",
                "{f}\n{c}",
                "{f}index 0\n{c}",
                "{f}index 0\n{h}{c}",
                "{f}index 0\n\n\n{c}",
                "{f}index 0\n\n{c}\n",
                "{f}index 00\n\n{c}",
                "{f}index -1\n\n{c}",
                "{f}index  1\n\n{c}",
                "{f}index 1 \n\n{c}",
                "{f}index\n\n{c}",
                "{f}index 9223372036854775808\n\n{c}",
                "{f}Index 0\n\n{c}",
                "{f}index 0\nAAAA\n\n{c}",
                "{f}index 0\n{h} \n\n{c}",
                "{f}extra AAAA\nindex 0\n\n{c}",
                "{f}extra \nindex 0\n\n{c}",
                "{f}index 0\nextra AAAA\n\n{c}",
                "c2sp.org/tlog-proof@v2\nindex 0\n\n{c}",
                "\uFEFFc2sp.org/tlog-proof@v1\nindex 0\n\n{c}",
                "c2sp.org/tlog-proof@v1\r\nindex 0\n\n{c}",
                "{f}index 0\n\nno checkpoint\n",
            })
    void refusesWhatIsNoProof(String text) throws IOException {
        byte[] bytes = text.replace("{f}", FORMAT)
                .replace("{h}", HASH)
                .replace("{c}", new String(signed(1).bytes(), UTF_8))
                .getBytes(UTF_8);

        assertThatThrownBy(() -> TlogProof.parse(bytes)).isInstanceOf(Malformed.class);
    }

    @Test
    void readsSixtyThreeHashesAndNoMore() throws IOException, Malformed {
        String checkpoint = new String(signed(1).bytes(), UTF_8);

        assertThat(TlogProof.parse((FORMAT + "index 0\n" + HASH.repeat(63) + "\n" + checkpoint).getBytes(UTF_8))
                        .path())
                .hasSize(63);
        assertThatThrownBy(() ->
                        TlogProof.parse((FORMAT + "index 0\n" + HASH.repeat(64) + "\n" + checkpoint).getBytes(UTF_8)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() ->
                        TlogProof.parse((FORMAT + "index 0\n" + HASH.repeat(9000) + "\n" + checkpoint).getBytes(UTF_8)))
                .isInstanceOf(Malformed.class);
    }
}
