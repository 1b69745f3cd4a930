package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningNotesTest {
    /** From the documentation of golang.org/x/mod/sumdb/note. */
    private static final String NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String NEUMANN_NOTE = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n\n"
            + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    /** From C2SP signed-note. */
    private static final String FOO = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String FOO_NOTE = "This is an example message.\n\n"
            + "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private static final String SIGNATURE = NEUMANN_NOTE.substring(NEUMANN_NOTE.indexOf('\u2014'));

    @ParameterizedTest
    @CsvSource({"neumann", "foo"})
    void verifiesPublishedNotes(String which) throws Malformed {
        VerifierKey key = VerifierKey.parse(which.equals("foo") ? FOO : NEUMANN);
        byte[] bytes = (which.equals("foo") ? FOO_NOTE : NEUMANN_NOTE).getBytes(UTF_8);
        SignedNote note = SignedNote.parse(bytes);
        NoteSignature signature = note.signatures().get(0);

        assertThat(note.bytes()).isEqualTo(bytes);
        assertThat(key.names(signature)).isTrue();
        assertThat(key.verifies(note.text(), signature)).isTrue();
        assertThat(key.verifies(note.text() + "\n", signature)).isFalse();
        assertThat(key).hasToString(which.equals("foo") ? FOO : NEUMANN);
    }

    /** RFC 8032 section 7.1, test 2: its seed, key and message, under a name. */
    @Test
    void signsAsRfc8032Says() throws Malformed {
        java.util.HexFormat hex = java.util.HexFormat.of();
        SeedSigner signer = LogVectors.signer(
                "rfc8032", 1, hex.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

        assertThat(signer.key())
                .isEqualTo(VerifierKey.of(
                        "rfc8032",
                        SignatureType.ED25519,
                        hex.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")));
        assertThat(signer.sign(new byte[] {0x72}))
                .isEqualTo(
                        hex.parseHex(
                                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    }

    @Test
    void keepsBlankLinesOfTheText() throws Malformed {
        SeedSigner signer = LogVectors.signer(0);
        String text = "one\n\n\u2014 two three\n\nfour\n";
        SignedNote note = new SignedNote(text, List.of(signer.sign(text)));

        SignedNote read = SignedNote.parse(note.bytes());
        assertThat(read).isEqualTo(note);
        assertThat(signer.key().verifies(read.text(), read.signatures().get(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n\n",
                "text\n{s}",
                "text\n\n{s}\n",
                "text\n\n{s}x",
                "text\r\n\n{s}",
                "te\u0000xt\n\n{s}",
                "te\txt\n\n{s}",
                "text\n\n{s}{s}\n",
                "text\n\n\u2014 a+b {b}\n",
                "text\n\n\u2014 a\u00a0b {b}\n",
                "text\n\n\u2014 a\u2028b {b}\n",
                "text\n\n\u2014 a\u0085b {b}\n",
                "text\n\n\u2014 a  {b}\n",
                "text\n\n\u2014  {b}\n",
                "text\n\n\u2014 a\n",
                "text\n\n\u2014 a \n",
                "text\n\n\u2014 a {b} \n",
                "text\n\n\u2014 a {b}=\n",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014 a AAAAAA\n",
                "text\n\n\u2014 a AAAAAAB=\n",
                "text\n\n\u2014 a AAAA-_AA\n",
                "text\n\n\u2013 a {b}\n",
                "text\n\n-- a {b}\n",
                "text\n\n\u2014\u00a0a {b}\n",
                "text\n\n \u2014 a {b}\n",
            })
    void refusesWhatIsNoNote(String note) {
        String blob = SIGNATURE.trim().split(" ")[2];
        byte[] bytes = note.replace("{s}", SIGNATURE).replace("{b}", blob).getBytes(UTF_8);

        assertThatThrownBy(() -> SignedNote.parse(bytes)).isInstanceOf(Malformed.class);
    }

    @Test
    void refusesBytesThatAreNoText() {
        for (byte[] bad :
                new byte[][] {{(byte) 0xff}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            byte[] note = NEUMANN_NOTE.getBytes(UTF_8);
            System.arraycopy(bad, 0, note, 3, bad.length);
            assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void readsSixtyFourSignaturesAndNoMore() throws Malformed {
        byte[] most = ("text\n\n" + SIGNATURE.repeat(64)).getBytes(UTF_8);
        byte[] more = ("text\n\n" + SIGNATURE.repeat(65)).getBytes(UTF_8);
        byte[] huge = ("x".repeat(256 * 1024) + "\n\n" + SIGNATURE).getBytes(UTF_8);

        assertThat(SignedNote.parse(most).signatures()).hasSize(64);
        assertThat(NoteSignature.lines(SIGNATURE.repeat(64).getBytes(UTF_8))).hasSize(64);
        assertThatThrownBy(() -> SignedNote.parse(more)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> SignedNote.parse(huge)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> NoteSignature.lines(SIGNATURE.repeat(65).getBytes(UTF_8)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> SignedNote.parse(("text\n\n\u2014 a " + "A".repeat(12_000) + "\n").getBytes(UTF_8)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(
                        () -> SignedNote.parse(("text\n\n\u2014 " + "a".repeat(256) + " AAAAAAAA\n").getBytes(UTF_8)))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumanm+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T=",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy1w==",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWAA==",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpcQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWA",
                "PeterNeumann+c74f20a3+AQ==",
            })
    void refusesWhatIsNoKey(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(Malformed.class);
    }

    @Test
    void refusesKeysOfAnotherLength() {
        for (int length : new int[] {0, 1, 31, 33, 1311, 1313, 2592}) {
            for (SignatureType type : SignatureType.values()) {
                assertThatThrownBy(() -> VerifierKey.of("a", type, new byte[length]))
                        .isInstanceOf(Malformed.class);
            }
        }
    }

    /** Identity, order 2, order 4, order 8, y = p, y = p + 1, no point of the curve. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0200000000000000000000000000000000000000000000000000000000000000",
            })
    void refusesPointsThatAreNoKey(String point) {
        byte[] key = java.util.HexFormat.of().parseHex(point);

        for (SignatureType type : new SignatureType[] {SignatureType.ED25519, SignatureType.ED25519_COSIGNATURE}) {
            assertThatThrownBy(() -> VerifierKey.of("a", type, key)).isInstanceOf(Malformed.class);
        }
    }

    /** Adding the group's order to S makes another spelling of one signature, which RFC 8032 refuses. */
    @Test
    void refusesASecondSpellingOfASignature() throws Malformed {
        VerifierKey key = VerifierKey.parse(NEUMANN);
        SignedNote note = SignedNote.parse(NEUMANN_NOTE.getBytes(UTF_8));
        byte[] value = note.signatures().get(0).value().clone();
        byte[] order =
                java.util.HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        int carry = 0;
        for (int i = 0; i < 32; i++) {
            carry += (value[32 + i] & 0xff) + (order[i] & 0xff);
            value[32 + i] = (byte) carry;
            carry >>= 8;
        }

        assertThat(key.verifies(note.text(), new NoteSignature(key.name(), key.id(), value)))
                .isFalse();
    }

    /**
     * A signer who adds the point of order two to R satisfies RFC 8032's equation with the cofactor and not the one without:
     * some verifiers would believe it, and some not.
     */
    @Test
    void refusesASignatureThatVerifiersWouldDisputeAbout() throws Exception {
        byte[] seed = new byte[32];
        byte[] nonceSeed = {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        };
        VerifierKey key = LogVectors.signer("a", 1, seed).key();
        byte[] publicKey = ed25519(seed);
        byte[] point = ed25519(nonceSeed);
        byte[] disputed = lessOfPrime(point);

        for (int i = 0; i < 16; i++) {
            String text = "text " + i + "\n";
            for (boolean honest : new boolean[] {true, false}) {
                byte[] r = honest ? point : disputed;
                BigInteger k = number(sha512(r, publicKey, text.getBytes(UTF_8)));
                BigInteger s = scalar(nonceSeed).add(k.multiply(scalar(seed))).mod(ORDER);
                byte[] value = Arrays.copyOf(r, 64);
                System.arraycopy(bytes(s), 0, value, 32, 32);

                assertThat(key.verifies(text, new NoteSignature("a", key.id(), value)))
                        .as(text)
                        .isEqualTo(honest);
            }
        }
    }

    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    private static byte[] ed25519(byte[] seed) {
        return new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
    }

    /** (x, y) + (0, -1) is (-x, -y). */
    private static byte[] lessOfPrime(byte[] point) {
        byte[] y = point.clone();
        y[31] &= 0x7f;
        byte[] sum = bytes(PRIME.subtract(number(y)));
        sum[31] |= (byte) (~point[31] & 0x80);
        return sum;
    }

    private static BigInteger scalar(byte[] seed) throws NoSuchAlgorithmException {
        byte[] hash = Arrays.copyOf(sha512(seed), 32);
        hash[0] &= (byte) 0xf8;
        hash[31] = (byte) (hash[31] & 0x7f | 0x40);
        return number(hash);
    }

    private static BigInteger number(byte[] littleEndian) {
        byte[] big = new byte[littleEndian.length];
        for (int i = 0; i < big.length; i++) {
            big[i] = littleEndian[big.length - 1 - i];
        }
        return new BigInteger(1, big);
    }

    private static byte[] bytes(BigInteger number) {
        byte[] little = new byte[32];
        for (int i = 0; i < little.length; i++) {
            little[i] = number.shiftRight(8 * i).byteValue();
        }
        return little;
    }

    private static byte[] sha512(byte[]... parts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    @Test
    void signsAndBelievesNoTextThatNoNoteCanCarry() throws Malformed {
        SeedSigner signer = LogVectors.signer(0);
        for (String text :
                new String[] {"", "text", "te\u0000xt\n", "te\txt\n", "te\rxt\n", "te\ud800xt\n", "\udc00\ud800\n"}) {
            assertThatThrownBy(() -> signer.sign(text)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new SignedNote(text, List.of(signer.sign("text\n"))))
                    .isInstanceOf(IllegalArgumentException.class);
            NoteSignature raw =
                    new NoteSignature(signer.key().name(), signer.key().id(), signer.sign(text.getBytes(UTF_8)));
            assertThat(signer.key().verifies(text, raw)).isFalse();
        }
    }

    @Test
    void writesNoNoteThatItWouldNotRead() throws Malformed {
        NoteSignature longest = new NoteSignature("a", 1, new byte[8 * 1024]);
        int each = longest.bytes().length;
        int most = (SignedNote.MOST_BYTES - 1) / each;
        int rest = SignedNote.MOST_BYTES - 1 - most * each;
        SignedNote full = new SignedNote("x".repeat(rest - 1) + "\n", Collections.nCopies(most, longest));

        assertThat(longest.length()).isEqualTo(each);
        assertThat(full.bytes()).hasSize(SignedNote.MOST_BYTES);
        assertThat(SignedNote.parse(full.bytes())).isEqualTo(full);
        assertThatThrownBy(() -> new SignedNote("x".repeat(rest) + "\n", full.signatures()))
                .isInstanceOf(IllegalArgumentException.class);
        for (int length : new int[] {1, 2, 3, 4, 5, 6, 64, 72, 2428}) {
            NoteSignature signature = new NoteSignature("n\u00e9\ud83d\ude00", 7, new byte[length]);
            assertThat(signature.length()).isEqualTo(signature.bytes().length);
        }
    }

    @Test
    void tellsKeysOfOnePairApartByNameAndKind() {
        byte[] seed = new byte[32];
        VerifierKey one = LogVectors.signer("a", 1, seed).key();
        VerifierKey two = LogVectors.signer("a", 4, seed).key();
        VerifierKey three = LogVectors.signer("b", 1, seed).key();

        assertThat(one.samePair(two)).isTrue();
        assertThat(one.samePair(three)).isTrue();
        assertThat(List.of(one, two, three)).doesNotHaveDuplicates();
        assertThat(one.sameLabel(two)).isFalse();
        assertThat(one.sameLabel(three)).isFalse();
    }
}
