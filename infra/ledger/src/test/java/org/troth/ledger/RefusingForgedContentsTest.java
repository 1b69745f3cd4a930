package org.troth.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seals whose cryptography holds, made by someone who has the key, around contents or fields no honest sealer writes. */
class RefusingForgedContentsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] KEY = filled(32, 1);
    private static final byte[] TYPE_KEY = filled(32, 2);
    private static final TypeTags TAGS = (type, revision) -> KeyedMarks.typeTag(TYPE_KEY, type, revision);
    private static final UUID KEY_ID = new UUID(1, 2);
    private static final ValueContext CONTEXT = new ValueContext("encounter.note", new UUID(3, 4));

    @Test
    void opensWhatItForgesWithoutAChange() {
        assertThat(openFact(forgedFact(content -> content, UnaryOperator.identity()))
                        .type())
                .isEqualTo("pad");
        assertThat(ValueSeal.open(KEY, forgedValue(padded -> padded, UnaryOperator.identity()), CONTEXT))
                .isEqualTo(text("words"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 0xff})
    void refusesAnotherLeadingByte(int leading) {
        refusedFact(content -> with(content, 0, leading), UnaryOperator.identity());
    }

    @Test
    void refusesAWholeBlockOfPaddingTooMany() {
        refusedFact(content -> Arrays.copyOf(content, content.length + 256), UnaryOperator.identity());
        refusedValue(padded -> Arrays.copyOf(padded, padded.length + 32), UnaryOperator.identity());
    }

    @Test
    void refusesPaddingThatIsNotZero() {
        refusedFact(content -> with(content, content.length - 1, 1), UnaryOperator.identity());
        refusedFact(content -> with(content, content.length - 1, 0x80), UnaryOperator.identity());
        refusedValue(padded -> with(padded, padded.length - 1, 1), UnaryOperator.identity());
        refusedValue(padded -> new byte[padded.length], UnaryOperator.identity());
        refusedValue(padded -> with(padded, 5, 0), UnaryOperator.identity());
    }

    @Test
    void refusesAMissingEndMark() {
        refusedFact(content -> with(content, 22, 0), UnaryOperator.identity());
        refusedFact(content -> with(content, 22, 0x81), UnaryOperator.identity());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 256, 237, 236})
    void refusesLengthsOutOfBounds(int length) {
        refusedFact(
                content -> {
                    ByteBuffer.wrap(content).putInt(8, length);
                    return content;
                },
                UnaryOperator.identity());
        refusedFact(
                content -> {
                    ByteBuffer.wrap(content).putShort(1, (short) length);
                    return content;
                },
                UnaryOperator.identity());
    }

    @Test
    void refusesATypeThatIsNoText() {
        refusedFact(content -> with(content, 3, 0xff), UnaryOperator.identity());
    }

    @Test
    void refusesATypeOtherThanTheTagged() {
        refusedFact(content -> with(content, 3, 'q'), UnaryOperator.identity());
        refusedFact(content -> with(content, 7, 2), UnaryOperator.identity());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 7, 64, 127, 132, 255})
    void refusesAnUnknownCategory(int category) {
        refusedFact(UnaryOperator.identity(), header -> with(header, 5, category));
    }

    @Test
    void refusesUnknownMagicSuiteAndReservedBits() {
        refusedFact(UnaryOperator.identity(), header -> with(header, 3, '2'));
        refusedFact(UnaryOperator.identity(), header -> with(header, 4, 2));
        refusedFact(UnaryOperator.identity(), header -> with(header, 6, 1));
        refusedFact(UnaryOperator.identity(), header -> with(header, 7, 0x80));
        refusedFact(UnaryOperator.identity(), header -> with(header, 56, 0x80));
        refusedValue(UnaryOperator.identity(), header -> with(header, 3, '2'));
        refusedValue(UnaryOperator.identity(), header -> with(header, 4, 0));
        refusedValue(UnaryOperator.identity(), header -> with(header, 5, 0));
        refusedValue(UnaryOperator.identity(), header -> with(header, 5, 11));
        refusedValue(UnaryOperator.identity(), header -> with(header, 6, 1));
        refusedValue(UnaryOperator.identity(), header -> with(header, 7, 1));
    }

    /** The tag covers the commitment as bytes; that it commits to this very secret only comparing it can say. */
    @Test
    void refusesACommitmentToAnotherSecret() {
        Primitives primitives = Primitives.here();
        for (int at : new int[] {0, 15, 31}) {
            SealedFact fact = forgedFact(UnaryOperator.identity(), UnaryOperator.identity());
            byte[] header = fact.header().clone();
            header[136 + at] ^= 1;
            byte[] sealing = sealing(text("troth/v1/fact"), primitives.sha256(header, 0, 136));
            byte[] content = primitives.decrypt(sealing, fact.ct(), 0, fact.header());
            byte[] ct = new byte[fact.ct().length];
            primitives.encrypt(sealing, content, ct, 0, header);
            refusedCommitment(() -> FactSeal.open(KEY, TAGS, header, ct));
            refusedCommitment(() -> FactSeal.openWithSecret(FactSeal.secret(KEY, header), header, ct));

            byte[] stored = forgedValue(UnaryOperator.identity(), UnaryOperator.identity());
            byte[] bound = CONTEXT.bytes();
            sealing = sealing(text("troth/v1/value"), primitives.sha256(stored, 0, 56, bound));
            byte[] padded = primitives.decrypt(sealing, stored, 88, Arrays.copyOf(stored, 88), bound);
            stored[56 + at] ^= 1;
            primitives.encrypt(sealing, padded, stored, 88, Arrays.copyOf(stored, 88), bound);
            refusedCommitment(() -> ValueSeal.open(KEY, stored, CONTEXT));

            byte[] row = new KeyRow(KEY_ID, 1, KEY_ID, 0, KeyRow.NO_HOLDER, 1, KEY_ID).bytes();
            byte[] wrapped = KeyWrap.wrap(KEY, row, KEY, RANDOM);
            sealing = sealing(text("troth/v1/wrap"), primitives.sha256(row, Arrays.copyOf(wrapped, 32)));
            wrapped[32 + at] ^= 1;
            primitives.encrypt(sealing, KEY, wrapped, 64, row, Arrays.copyOf(wrapped, 64));
            refusedCommitment(() -> KeyWrap.unwrap(KEY, row, wrapped));
        }
    }

    private static byte[] sealing(byte[] label, byte[] digest) {
        Primitives primitives = Primitives.here();
        return primitives.expand(primitives.expand(KEY, label, digest, 32), text("troth/v1/seal"), digest, 64);
    }

    private static void refusedCommitment(ThrowingCallable opening) {
        assertThatExceptionOfType(Tampered.class).isThrownBy(opening).withMessage("tampered: commitment");
    }

    @Test
    void refusesToSealWhatItCouldNotOpen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueSeal.seal(KEY, new ValueHeader(11, KEY_ID), CONTEXT, text("x"), RANDOM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueSeal.seal(KEY, new ValueHeader(1, KEY_ID), CONTEXT, new byte[1 << 22], RANDOM));
        assertThatIllegalArgumentException().isThrownBy(() -> draft("", 1, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> draft("x", 65536, new byte[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactSeal.seal(draft("x", 1, new byte[(1 << 24) + 1]), KEY_ID, KEY, TAGS, RANDOM));
    }

    @Test
    void sealsEverySizeAroundABlock() {
        for (int size = 0; size < 600; size++) {
            byte[] payload = filled(size, 'y');
            SealedFact fact = FactSeal.seal(draft("size", 65535, payload), KEY_ID, KEY, TAGS, RANDOM);
            OpenedFact opened = FactSeal.open(KEY, TAGS, fact.header(), fact.ct());
            assertThat(opened.payload()).isEqualTo(payload);
            assertThat(opened.revision()).isEqualTo(65535);
            byte[] value = ValueSeal.seal(KEY, new ValueHeader(10, KEY_ID), CONTEXT, payload, RANDOM);
            assertThat(ValueSeal.open(KEY, value, CONTEXT)).isEqualTo(payload);
        }
    }

    @Test
    void givesEqualContentsDifferentBytes() {
        FactDraft draft = draft("same", 1, text("{}"));

        assertThat(FactSeal.seal(draft, KEY_ID, KEY, TAGS, RANDOM).ct())
                .isNotEqualTo(FactSeal.seal(draft, KEY_ID, KEY, TAGS, RANDOM).ct());
    }

    private static void refusedFact(UnaryOperator<byte[]> content, UnaryOperator<byte[]> header) {
        SealedFact forged = forgedFact(content, header);
        assertThatExceptionOfType(Tampered.class).isThrownBy(() -> openFact(forged));
    }

    private static void refusedValue(UnaryOperator<byte[]> padded, UnaryOperator<byte[]> header) {
        byte[] forged = forgedValue(padded, header);
        assertThatExceptionOfType(Tampered.class).isThrownBy(() -> ValueSeal.open(KEY, forged, CONTEXT));
    }

    private static OpenedFact openFact(SealedFact fact) {
        return FactSeal.open(KEY, TAGS, fact.header(), fact.ct());
    }

    /** Content {@code 01 | 00 03 | p a d | 00 01 | 00 00 00 06 | 6 bytes | ...}: the end mark would be at 22. */
    private static SealedFact forgedFact(UnaryOperator<byte[]> change, UnaryOperator<byte[]> headerChange) {
        FactDraft draft = draft("pad", 1, text("{    }"));
        SealedFact honest = FactSeal.seal(draft, KEY_ID, KEY, TAGS, RANDOM);
        byte[] content = ByteBuffer.allocate(256)
                .put((byte) 1)
                .putShort((short) 3)
                .put(text("pad"))
                .putShort((short) 1)
                .putInt(6)
                .put(draft.payload())
                .putInt(0)
                .put((byte) 0x80)
                .array();
        byte[] header = headerChange.apply(honest.header());
        Primitives primitives = Primitives.here();
        byte[] digest = primitives.sha256(header, 0, 136);
        byte[] secret = primitives.expand(KEY, text("troth/v1/fact"), digest, 32);
        byte[] sealing = primitives.expand(secret, text("troth/v1/seal"), digest, 64);
        System.arraycopy(sealing, 32, header, 136, 32);
        byte[] padded = change.apply(content);
        byte[] ct = new byte[padded.length + 16];
        primitives.encrypt(sealing, padded, ct, 0, header);
        return SealedFact.of(header, ct);
    }

    private static byte[] forgedValue(UnaryOperator<byte[]> change, UnaryOperator<byte[]> headerChange) {
        byte[] padded = Arrays.copyOf(text("words"), 32);
        padded[5] = (byte) 0x80;
        padded = change.apply(padded);
        byte[] honest = ValueSeal.seal(KEY, new ValueHeader(3, KEY_ID), CONTEXT, text("words"), RANDOM);
        byte[] header = headerChange.apply(Arrays.copyOf(honest, 88));
        Primitives primitives = Primitives.here();
        byte[] digest = primitives.sha256(header, 0, 56, CONTEXT.bytes());
        byte[] secret = primitives.expand(KEY, text("troth/v1/value"), digest, 32);
        byte[] sealing = primitives.expand(secret, text("troth/v1/seal"), digest, 64);
        byte[] stored = Arrays.copyOf(header, 88 + padded.length + 16);
        System.arraycopy(sealing, 32, stored, 56, 32);
        primitives.encrypt(sealing, padded, stored, 88, Arrays.copyOf(stored, 88), CONTEXT.bytes());
        return stored;
    }

    private static FactDraft draft(String type, int revision, byte[] payload) {
        return new FactDraft(
                Category.DOMAIN,
                new UUID(5, 5),
                new UUID(6, 6),
                new UUID(7, 7),
                0,
                1_790_000_000_000L,
                type,
                revision,
                payload,
                new byte[0]);
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
