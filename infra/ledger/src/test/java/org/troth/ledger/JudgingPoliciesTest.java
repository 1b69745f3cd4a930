package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgingPoliciesTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint(LogVectors.ORIGIN, 300, NaiveTree.leaf(300));
    private static final String LOG = "log " + LogVectors.vkey(0) + "\n";
    private static final String A = "witness a " + LogVectors.vkey(1) + "\n";
    private static final String B = "witness b " + LogVectors.vkey(2) + "\n";
    private static final String C = "witness c " + LogVectors.vkey(3) + "\n";

    private static SignedCheckpoint signedBy(int... signers) {
        return SignedCheckpoint.sign(
                CHECKPOINT,
                LogVectors.SECONDS,
                IntStream.of(signers)
                        .mapToObj(i -> (NoteSigner) LogVectors.signer(i))
                        .toList());
    }

    /** 0 the log, 1 its second key, 2 and 3 witnesses of which either is enough, 4 a stranger. */
    @ParameterizedTest
    @CsvSource({
        "0123, true",
        "012, true",
        "013, true",
        "3104, true",
        "01, false",
        "014, false",
        "023, false",
        "123, false",
        "0, false",
        "1, false",
        "4, false",
        "23, false",
    })
    void asksForBothKeysOfTheLogAndOneOutside(String signers, boolean met) {
        SignedCheckpoint signed = signedBy(signers.chars().map(c -> c - '0').toArray());
        Endorsement endorsement = LogVectors.policy().judge(signed);

        assertThat(endorsement.met()).isEqualTo(met);
        assertThat(endorsement.refused()).isZero();
        assertThat(endorsement.log()).isEqualTo(signers.contains("0"));
        assertThat(endorsement.cosigned().containsKey("log-ml-dsa")).isEqualTo(signers.contains("1"));
        assertThat(endorsement.cosigned().containsKey("oversight")).isEqualTo(signers.contains("2"));
        assertThat(endorsement.cosigned().containsKey("partner")).isEqualTo(signers.contains("3"));
        assertThat(endorsement.cosigned().size()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'quorum none', '', true",
        "'quorum b', 2, true",
        "'quorum b', 3, false",
        "'group g any a b c,quorum g', 3, true",
        "'group g any a b c,quorum g', '', false",
        "'group g 2 a b c,quorum g', 3, false",
        "'group g 2 a b c,quorum g', 13, true",
        "'group g all a b c,quorum g', 13, false",
        "'group g all a b c,quorum g', 123, true",
        "'group g 1 a b,group h all g c,quorum h', 12, false",
        "'group g 1 a b,group h all g c,quorum h', 23, true",
        "'group g 1 a b,group h all g c,quorum g', 1, true",
    })
    void countsAsThePolicySays(String rest, String witnesses, boolean quorum) {
        Policy policy = LogVectors.policy(LOG + A + B + C + rest.replace(',', '\n') + "\n");
        int[] signers = ("0" + (witnesses == null ? "" : witnesses))
                .chars()
                .map(c -> c - '0')
                .toArray();

        assertThat(policy.judge(signedBy(signers)).quorum()).isEqualTo(quorum);
        assertThat(policy.judge(signedBy(signers)).met()).isEqualTo(quorum);
    }

    @Test
    void refusesAFalseSignatureOfAKnownKey() throws Malformed {
        SignedCheckpoint good = signedBy(0, 1, 2);
        for (int i = 0; i < 3; i++) {
            NoteSignature own = good.signatures().get(i);
            byte[] forged = own.value().clone();
            forged[forged.length - 1] ^= 1;
            SignedCheckpoint both = good.with(List.of(new NoteSignature(own.name(), own.keyId(), forged)));

            assertThat(LogVectors.policy().judge(both).refused()).isOne();
            assertThat(LogVectors.policy().judge(both).met()).isFalse();
        }
        SignedCheckpoint stranger = good.with(List.of(
                new NoteSignature(
                        "stranger.example/x", LogVectors.signer(4).key().id(), new byte[72]),
                new NoteSignature(LogVectors.ORIGIN, 7, new byte[64]),
                new NoteSignature("x", LogVectors.signer(0).key().id(), new byte[64])));
        assertThat(LogVectors.policy().judge(stranger).met()).isTrue();
    }

    @Test
    void countsSeveralCosignaturesOfOneWitnessOnceAndTheLatest() throws Malformed {
        SignedCheckpoint twice = signedBy(0, 1)
                .with(List.of(
                        LogVectors.signer(2).sign(CHECKPOINT, LogVectors.SECONDS + 9),
                        LogVectors.signer(2).sign(CHECKPOINT, LogVectors.SECONDS + 5)));
        Policy policy = LogVectors.policy(LOG + A + B + C + "group g 3 a b c\nquorum g\n");

        assertThat(policy.judge(twice).cosigned())
                .isEqualTo(Map.of("a", LogVectors.SECONDS, "b", LogVectors.SECONDS + 9));
        assertThat(policy.judge(twice).met()).isFalse();
    }

    @Test
    void takesNoLogForAnother() {
        SeedSigner south = LogVectors.signer("ledger.example/south", 1, new byte[32]);
        Policy policy = LogVectors.policy(LOG + "log " + south.key() + "\nquorum none\n");
        SignedCheckpoint crossed = SignedCheckpoint.sign(CHECKPOINT, 1, List.of(south));

        assertThat(policy.judge(crossed)).isEqualTo(new Endorsement(false, Map.of(), 0, true));
        assertThat(policy.judge(signedBy(0)).met()).isTrue();
    }

    @Test
    void believesNothingSaidOfAnotherTree() {
        SignedCheckpoint signed = signedBy(0, 1, 2, 3);
        SignedCheckpoint moved =
                new SignedCheckpoint(new Checkpoint(LogVectors.ORIGIN, 301, CHECKPOINT.root()), signed.signatures());

        assertThat(LogVectors.policy().judge(moved)).isEqualTo(new Endorsement(false, Map.of(), 4, false));
    }

    @Test
    void readsWhatTheFormatAllows() {
        Policy policy = LogVectors.policy("\t # comment é\n\n \t\n  log\t" + LogVectors.vkey(0)
                + "   https://ledger.example/ \t\nwitness né " + LogVectors.vkey(2) + " x\nquorum\tné\nwitness all "
                + LogVectors.vkey(3) + "\n#\n");

        assertThat(policy.logs()).hasSize(1);
        assertThat(policy.logs().get(0).url()).hasValue("https://ledger.example/");
        assertThat(policy.logs().get(0).key()).hasToString(LogVectors.vkey(0));
        assertThat(policy.witnesses().keySet()).containsExactly("né", "all");
        assertThat(policy.witnesses().get("né").url()).hasValue("x");
        assertThat(policy.witnesses().get("all").url()).isEmpty();
        assertThat(policy.judge(signedBy(0, 2)).met()).isTrue();
        assertThat(policy.judge(signedBy(0, 3)).met()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1|nonsense",
                "1|Log {0}",
                "1|log",
                "1|log {0} url more",
                "1|log {2}",
                "1|log x",
                "2|log {0}|log {0}",
                "3|log {0}|witness a {1}|witness a {2}",
                "3|log {0}|witness a {1}|witness b {1}",
                "2|log {0}|witness a {0}",
                "2|log {0}|witness a",
                "2|log {0}|witness none {1}",
                "2|log {0}|witness a {1} url more",
                "2|log {0}|group g any a|witness a {1}",
                "3|log {0}|witness a {1}|group a any a",
                "3|log {0}|witness a {1}|group g any g",
                "3|log {0}|witness a {1}|group g any a a",
                "4|log {0}|witness a {1}|group g any a|group h any a",
                "4|log {0}|witness a {1}|group g any a|group g any g",
                "3|log {0}|witness a {1}|group g any",
                "3|log {0}|witness a {1}|group g 0 a",
                "3|log {0}|witness a {1}|group g 2 a",
                "3|log {0}|witness a {1}|group g -1 a",
                "3|log {0}|witness a {1}|group g 01 a",
                "3|log {0}|witness a {1}|group g +1 a",
                "3|log {0}|witness a {1}|group g ALL a",
                "3|log {0}|witness a {1}|group g 99999999999 a",
                "3|log {0}|witness a {1}|group none any a",
                "3|log {0}|witness a {1}|group g any none",
                "2|log {0}|quorum a|witness a {1}",
                "2|log {0}|quorum",
                "2|log {0}|quorum none none",
                "3|log {0}|quorum none|quorum none",
                "3|log {0}|witness a {1}",
                "2|quorum none",
                "2|log {0}|log {0}|quorum none",
                "1|log\u00a0{0}",
                "2|log {0}|# bell \u0007",
                "2|log {0}|# return \r",
                "2|log {0}|# delete \u007f",
            })
    void refusesWhatIsNoPolicyAndNamesTheLine(String text) {
        String line = text.substring(0, text.indexOf('|'));
        String policy = text.substring(text.indexOf('|') + 1)
                        .replace('|', '\n')
                        .replace("{0}", LogVectors.vkey(0))
                        .replace("{1}", LogVectors.vkey(1))
                        .replace("{2}", LogVectors.vkey(2))
                + "\n";

        assertThatThrownBy(() -> Policy.parse(policy.getBytes(UTF_8)))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("malformed: line " + line + ": ");
    }

    /** Two keys that a note cannot tell apart: 32 bits of a hash collide after some hundred thousand tries. */
    @Test
    void refusesTwoKeysOfOneNameAndHash() {
        SeedSigner one =
                LogVectors.signer("a", 4, ByteBuffer.allocate(32).putInt(35_979).array());
        SeedSigner two = LogVectors.signer(
                "a", 4, ByteBuffer.allocate(32).putInt(101_266).array());
        String policy = LOG + "witness one " + one.key() + "\nwitness two " + two.key() + "\nquorum one\n";

        assertThat(one.key().id()).isEqualTo(two.key().id());
        assertThat(one.key()).isNotEqualTo(two.key());
        assertThatThrownBy(() -> Policy.parse(policy.getBytes(UTF_8)))
                .isInstanceOf(Malformed.class)
                .hasMessage("malformed: line 3: two keys of one name and hash");
    }

    /** A log's second key may stand in both places, as itself. */
    @Test
    void readsALogsKeyAsAWitnessToo() {
        Policy policy = LogVectors.policy(LOG + "log " + LogVectors.vkey(1) + "\n" + A + "quorum a\n");

        assertThat(policy.judge(signedBy(0, 1)).met()).isTrue();
        assertThat(policy.judge(signedBy(1)).met()).isTrue();
        assertThat(policy.judge(signedBy(0)).met()).isFalse();
    }

    @Test
    void refusesTooMuch() throws Malformed {
        String keys = many("witness w%d ", 64, 4) + "quorum none\n";
        Policy.parse((LOG + keys).getBytes(UTF_8));

        List<String> bad = new ArrayList<>(List.of(
                LOG + many("witness w%d ", 65, 4) + "quorum none\n",
                many("log ", 65, 1) + "quorum none\n",
                LOG + "quorum none",
                LOG + "quorum none\n#" + "x".repeat(256 * 1024) + "\n",
                LOG.trim() + " " + "u".repeat(2049) + "\nquorum none\n",
                LOG + "witness " + "n".repeat(256) + " " + LogVectors.vkey(1) + "\nquorum none\n"));
        StringBuilder nested = new StringBuilder(LOG + A + "group g0 any a\n");
        for (int i = 1; i < 65; i++) {
            nested.append("group g" + i + " any g" + (i - 1) + "\n");
        }
        bad.add(nested + "quorum g64\n");
        for (String policy : bad) {
            assertThatThrownBy(() -> Policy.parse(policy.getBytes(UTF_8))).isInstanceOf(Malformed.class);
        }
        byte[] latin =
                Arrays.copyOf((LOG + "quorum none\n#é\n").getBytes(UTF_8), (LOG + "quorum none\n#").length() + 2);
        latin[latin.length - 2] = (byte) 0xe9;
        latin[latin.length - 1] = '\n';
        assertThatThrownBy(() -> Policy.parse(latin)).isInstanceOf(Malformed.class);
    }

    private static String many(String line, int count, int type) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            byte[] seed = new byte[32];
            seed[0] = (byte) i;
            lines.append(String.format(line, i))
                    .append(LogVectors.signer("k" + i, type, seed).key())
                    .append('\n');
        }
        return lines.toString();
    }
}
