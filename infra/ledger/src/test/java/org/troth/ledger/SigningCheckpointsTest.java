package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningCheckpointsTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint(LogVectors.ORIGIN, 300, NaiveTree.leaf(300));
    private static final String ROOT = StrictText.base64(CHECKPOINT.root());

    @Test
    void readsBackWhatItSigned() throws Malformed {
        SignedCheckpoint signed = SignedCheckpoint.sign(
                CHECKPOINT,
                LogVectors.SECONDS,
                List.of(LogVectors.signer(0), LogVectors.signer(1), LogVectors.signer(2)));
        SignedCheckpoint read = SignedCheckpoint.parse(signed.bytes());

        assertThat(read).isEqualTo(signed);
        assertThat(new String(signed.bytes(), UTF_8))
                .startsWith("ledger.example/north\n300\n" + ROOT + "\n\n\u2014 ledger.example/north ");
        for (int i = 0; i < 3; i++) {
            VerifierKey key = LogVectors.signer(i).key();
            assertThat(key.verifies(CHECKPOINT.text(), read.signatures().get(i)))
                    .isTrue();
            assertThat(key.time(read.signatures().get(i)).isPresent()).isEqualTo(i > 0);
        }
    }

    @Test
    void bindsOriginSizeRootAndTime() {
        for (int i = 0; i < 5; i++) {
            VerifierKey key = LogVectors.signer(i).key();
            NoteSignature signature = LogVectors.signer(i).sign(CHECKPOINT, LogVectors.SECONDS);

            assertThat(key.verifies(CHECKPOINT.text(), signature)).isTrue();
            assertThat(List.of(
                            new Checkpoint("ledger.example/south", 300, CHECKPOINT.root()),
                            new Checkpoint(LogVectors.ORIGIN, 301, CHECKPOINT.root()),
                            new Checkpoint(LogVectors.ORIGIN, 300, NaiveTree.leaf(301))))
                    .noneMatch(other -> key.verifies(other.text(), signature));
            if (key.type().timed()) {
                byte[] later = signature.value().clone();
                later[7] ^= 1;
                assertThat(key.verifies(CHECKPOINT.text(), new NoteSignature(key.name(), key.id(), later)))
                        .isFalse();
            }
        }
    }

    @Test
    void refusesEveryChangedByteOfASignature() {
        for (int i = 0; i < 3; i++) {
            VerifierKey key = LogVectors.signer(i).key();
            byte[] value =
                    LogVectors.signer(i).sign(CHECKPOINT, LogVectors.SECONDS).value();
            for (int at = 0; at < value.length; at++) {
                byte[] changed = value.clone();
                changed[at] ^= (byte) (1 << at % 8);
                assertThat(key.verifies(CHECKPOINT.text(), new NoteSignature(key.name(), key.id(), changed)))
                        .as("key %d byte %d", i, at)
                        .isFalse();
            }
            for (int length : new int[] {1, 8, 63, 64, 65, 71, 72, 73, 2419, 2420, 2427, 2429, 4096}) {
                if (length != value.length) {
                    assertThat(key.verifies(
                                    CHECKPOINT.text(),
                                    new NoteSignature(key.name(), key.id(), java.util.Arrays.copyOf(value, length))))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void takesNoKeyForAnother() {
        for (int i = 0; i < 5; i++) {
            NoteSignature signature = LogVectors.signer(i).sign(CHECKPOINT, LogVectors.SECONDS);
            for (int other = 0; other < 5; other++) {
                VerifierKey key = LogVectors.signer(other).key();
                NoteSignature renamed = new NoteSignature(key.name(), key.id(), signature.value());
                assertThat(key.verifies(CHECKPOINT.text(), signature)).isEqualTo(i == other);
                assertThat(key.verifies(CHECKPOINT.text(), renamed)).isEqualTo(i == other);
            }
        }
    }

    /** The Ed25519 cosignature does not bind its cosigner's name, the ML-DSA-44 one does. */
    @Test
    void bindsTheCosignersNameWhereTheFormatDoes() {
        byte[] seed = new byte[32];
        for (int type : new int[] {4, 6}) {
            NoteSignature ours = LogVectors.signer("a", type, seed).sign(CHECKPOINT, LogVectors.SECONDS);
            VerifierKey other = LogVectors.signer("b", type, seed).key();

            assertThat(other.verifies(CHECKPOINT.text(), new NoteSignature("b", other.id(), ours.value())))
                    .isEqualTo(type == 4);
            assertThat(other.verifies(CHECKPOINT.text(), ours)).isFalse();
            assertThat(other.verifies(CHECKPOINT.text(), new NoteSignature("a", other.id(), ours.value())))
                    .isFalse();
            assertThat(other.verifies(CHECKPOINT.text(), new NoteSignature("b", ours.keyId(), ours.value())))
                    .isFalse();
        }
    }

    @Test
    void signsMlDsaDifferentlyEachTime() {
        NoteSignature one = LogVectors.signer(1).sign(CHECKPOINT, LogVectors.SECONDS);
        NoteSignature two = LogVectors.signer(1).sign(CHECKPOINT, LogVectors.SECONDS);

        assertThat(one).isNotEqualTo(two);
        assertThat(LogVectors.signer(0).sign(CHECKPOINT, 1))
                .isEqualTo(LogVectors.signer(0).sign(CHECKPOINT, 2));
    }

    @Test
    void cosignsNothingElseAndAtNoOtherTime() {
        for (int i = 1; i < 3; i++) {
            SeedSigner signer = LogVectors.signer(i);
            for (long seconds : new long[] {0, -1, Long.MIN_VALUE}) {
                assertThatThrownBy(() -> signer.sign(CHECKPOINT, seconds)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() -> signer.sign("text\n")).isInstanceOf(IllegalArgumentException.class);
            assertThat(signer.key().time(signer.sign(CHECKPOINT, Long.MAX_VALUE)))
                    .hasValue(Long.MAX_VALUE);
        }
    }

    /** What a subtree cosignature without a statement of time looks like: it does not vouch for a checkpoint. */
    @Test
    void refusesACosignatureWithoutATime() {
        SeedSigner signer = LogVectors.signer(1);
        byte[] message = ByteBuffer.allocate(12 + 1 + 20 + 8 + 1 + 20 + 16 + 32)
                .put("subtree/v1\n\0".getBytes(UTF_8))
                .put((byte) 20)
                .put(LogVectors.ORIGIN.getBytes(UTF_8))
                .putLong(0)
                .put((byte) 20)
                .put(LogVectors.ORIGIN.getBytes(UTF_8))
                .putLong(0)
                .putLong(300)
                .put(CHECKPOINT.root())
                .array();
        byte[] value = ByteBuffer.allocate(8 + 2420)
                .putLong(0)
                .put(signer.sign(message))
                .array();

        assertThat(signer.key()
                        .verifies(
                                CHECKPOINT.text(),
                                new NoteSignature(
                                        LogVectors.ORIGIN, signer.key().id(), value)))
                .isFalse();
    }

    @Test
    void publishesNothingThatItsOwnKeyRefuses() {
        VerifierKey key = LogVectors.signer(0).key();
        assertThatThrownBy(() -> broken(key, new byte[64]).sign(CHECKPOINT, 1))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> broken(key, new byte[63]).sign(CHECKPOINT, 1))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () -> broken(LogVectors.signer(1).key(), new byte[2420]).sign(CHECKPOINT, 1))
                .isInstanceOf(IllegalStateException.class);
    }

    private static NoteSigner broken(VerifierKey key, byte[] answer) {
        return new NoteSigner() {
            @Override
            public VerifierKey key() {
                return key;
            }

            @Override
            public byte[] sign(byte[] message) {
                return answer;
            }
        };
    }

    @Test
    void takesWhatWitnessesAnswer() throws Malformed {
        SignedCheckpoint signed = SignedCheckpoint.sign(CHECKPOINT, LogVectors.SECONDS, List.of(LogVectors.signer(0)));
        NoteSignature answer = LogVectors.signer(3).sign(CHECKPOINT, LogVectors.SECONDS);
        List<NoteSignature> lines = NoteSignature.lines(answer.bytes());

        assertThat(signed.with(lines).signatures())
                .containsExactly(signed.signatures().get(0), answer);
        assertThat(signed.with(lines).with(lines)).isEqualTo(signed.with(lines));
        assertThatThrownBy(() -> {
                    SignedCheckpoint growing = signed;
                    for (int i = 0; i < 64; i++) {
                        growing = growing.with(List.of(new NoteSignature("a" + i, i, new byte[1])));
                    }
                })
                .isInstanceOf(Malformed.class);
    }

    /** A witness that answers with as much as a note allows must not make the checkpoint unreadable for everybody. */
    @Test
    void takesNoMoreThanCanBeReadBack() throws Malformed {
        SignedCheckpoint signed = SignedCheckpoint.sign(CHECKPOINT, LogVectors.SECONDS, List.of(LogVectors.signer(0)));
        List<NoteSignature> long63 = java.util.stream.IntStream.range(0, 63)
                .mapToObj(i -> new NoteSignature("a", i, new byte[8 * 1024]))
                .toList();
        SignedCheckpoint fits = signed.with(long63.subList(0, 23));

        assertThat(SignedCheckpoint.parse(fits.bytes())).isEqualTo(fits);
        assertThatThrownBy(() -> signed.with(long63)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new SignedCheckpoint(CHECKPOINT, long63)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignedCheckpoint(CHECKPOINT, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "o\n1\n",
                "o\n1\n{r}",
                "o\n1\n{r}\n\n",
                "o\n1\n{r}\nextension\n",
                "\n1\n{r}\n",
                "o o\n1\n{r}\n",
                "o+o\n1\n{r}\n",
                "o\n01\n{r}\n",
                "o\n+1\n{r}\n",
                "o\n-1\n{r}\n",
                "o\n\n{r}\n",
                "o\n 1\n{r}\n",
                "o\n١\n{r}\n",
                "o\n9223372036854775808\n{r}\n",
                "o\n18446744073709551615\n{r}\n",
                "o\n99999999999999999999\n{r}\n",
                "o\n1\n{r}=\n",
                "o\n1\nAAAA\n",
                "o\n1\n\n",
                "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
                "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
                "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
            })
    void refusesWhatIsNoCheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text.replace("{r}", ROOT))).isInstanceOf(Malformed.class);
    }

    @Test
    void readsTheSmallestAndTheGreatest() throws Malformed {
        assertThat(Checkpoint.parse("o\n0\n" + ROOT + "\n").size()).isZero();
        assertThat(Checkpoint.parse("o\n9223372036854775807\n" + ROOT + "\n").size())
                .isEqualTo(Long.MAX_VALUE);
        String longest = "é".repeat(127) + "o";
        assertThat(Checkpoint.parse(longest + "\n1\n" + ROOT + "\n").origin()).isEqualTo(longest);
        assertThatThrownBy(() -> Checkpoint.parse("é".repeat(128) + "\n1\n" + ROOT + "\n"))
                .isInstanceOf(Malformed.class);
    }

    /** The example of C2SP tlog-checkpoint. */
    @Test
    void readsTheExampleOfItsFormat() throws Malformed {
        byte[] note = ("example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
                        + "\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n")
                .getBytes(UTF_8);

        SignedCheckpoint signed = SignedCheckpoint.parse(note);
        assertThat(signed.checkpoint().size()).isEqualTo(20852163);
        assertThat(signed.bytes()).isEqualTo(note);
    }
}
