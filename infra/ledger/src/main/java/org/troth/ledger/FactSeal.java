package org.troth.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * {@code TRF1}, the outer seal of a whole fact: seals under a RECORD key, opens under it or under the fact's own secret.
 *
 * <p>Whatever was changed after sealing is refused as {@link Tampered}; the commitment is checked before anything is
 * decrypted.
 */
public final class FactSeal {
    static final int BLOCK = 256;

    private static final int MAX_TEXT = 1 << 24;
    private static final int MAX_CT = 3 * MAX_TEXT;
    private static final int MIN_CT = BLOCK + Primitives.TAG_LENGTH;
    private static final byte CONTENT_VERSION = 1;
    private static final byte END = (byte) 0x80;
    private static final byte[] FACT_LABEL = "troth/v1/fact".getBytes(US_ASCII);

    private FactSeal() {}

    /** Seals with a hedged salt: a broken generator repeats no key for different contents. */
    public static SealedFact seal(
            FactDraft draft, UUID keyId, byte[] recordKey, TypeTags typeTags, SecureRandom generator) {
        byte[] random = new byte[32];
        generator.nextBytes(random);
        return seal(draft, keyId, recordKey, typeTags, random);
    }

    static SealedFact seal(FactDraft draft, UUID keyId, byte[] recordKey, TypeTags typeTags, byte[] random) {
        Primitives primitives = Primitives.here();
        byte[] padded = padded(draft);
        byte[] saltKey = primitives.expand(recordKey, Primitives.SALT_LABEL, Primitives.NONE, 32);
        byte[] secret = Primitives.NONE;
        byte[] keyAndCommitment = Primitives.NONE;
        try {
            byte[] header = header(draft, keyId, typeTags.of(draft.type(), draft.revision()));
            byte[] salt = primitives.hmac(saltKey, random, Arrays.copyOf(header, FactHeader.SALT), padded);
            System.arraycopy(salt, 0, header, FactHeader.SALT, 32);
            byte[] digest = primitives.sha256(header, 0, FactHeader.SALTED);
            secret = primitives.expand(recordKey, FACT_LABEL, digest, 32);
            keyAndCommitment = primitives.expand(secret, Primitives.SEAL_LABEL, digest, 64);
            System.arraycopy(keyAndCommitment, 32, header, FactHeader.SALTED, 32);
            byte[] ct = new byte[padded.length + Primitives.TAG_LENGTH];
            primitives.encrypt(keyAndCommitment, padded, ct, 0, header);
            return new SealedFact(header, ct, primitives.sha256(header), primitives.sha256(ct));
        } finally {
            Primitives.wipe(padded, saltKey, secret, keyAndCommitment);
        }
    }

    /** The secret S_e that opens this one fact and nothing else; the caller wipes it. */
    public static byte[] secret(byte[] recordKey, byte[] header) {
        FactHeader.read(header);
        Primitives primitives = Primitives.here();
        return primitives.expand(recordKey, FACT_LABEL, primitives.sha256(header, 0, FactHeader.SALTED), 32);
    }

    /** Opens under the RECORD key and checks that the header's type tag is that of the opened type. */
    public static OpenedFact open(byte[] recordKey, TypeTags typeTags, byte[] header, byte[] ct) {
        byte[] secret = secret(recordKey, header);
        try {
            OpenedFact opened = openWithSecret(secret, header, ct);
            byte[] expected = typeTags.of(opened.type(), opened.revision());
            if (expected.length != 16 || !Primitives.equal(expected, 0, header, FactHeader.TYPE_TAG, 16)) {
                throw new Tampered("type tag");
            }
            return opened;
        } finally {
            Primitives.wipe(secret);
        }
    }

    /** Opens for one who was given the fact's secret; without K_type the tag of the type stays unchecked. */
    public static OpenedFact openWithSecret(byte[] secret, byte[] header, byte[] ct) {
        FactHeader read = FactHeader.read(header);
        if (ct.length < MIN_CT || ct.length > MAX_CT || (ct.length - Primitives.TAG_LENGTH) % BLOCK != 0) {
            throw new Tampered("length of a ciphertext");
        }
        if (secret.length != 32) {
            throw new Tampered("length of a secret");
        }
        Primitives primitives = Primitives.here();
        byte[] digest = primitives.sha256(header, 0, FactHeader.SALTED);
        byte[] keyAndCommitment = primitives.expand(secret, Primitives.SEAL_LABEL, digest, 64);
        byte[] padded = Primitives.NONE;
        try {
            if (!Primitives.equal(keyAndCommitment, 32, header, FactHeader.SALTED, 32)) {
                throw new Tampered("commitment");
            }
            padded = primitives.decrypt(keyAndCommitment, ct, 0, header);
            return content(read, padded);
        } finally {
            Primitives.wipe(keyAndCommitment, padded);
        }
    }

    private static byte[] header(FactDraft draft, UUID keyId, byte[] typeTag) {
        return ByteBuffer.allocate(FactHeader.LENGTH)
                .putInt(FactHeader.MAGIC)
                .put(FactHeader.SUITE)
                .put((byte) draft.category().code())
                .putShort((short) 0)
                .putLong(draft.ledgerId().getMostSignificantBits())
                .putLong(draft.ledgerId().getLeastSignificantBits())
                .putLong(draft.eventId().getMostSignificantBits())
                .putLong(draft.eventId().getLeastSignificantBits())
                .putLong(draft.streamId().getMostSignificantBits())
                .putLong(draft.streamId().getLeastSignificantBits())
                .putLong(draft.streamSeq())
                .putLong(draft.recordedMs())
                .put(typeTag)
                .putLong(keyId.getMostSignificantBits())
                .putLong(keyId.getLeastSignificantBits())
                .array();
    }

    private static byte[] padded(FactDraft draft) {
        byte[] type = draft.type().getBytes(UTF_8);
        byte[] payload = draft.payload();
        byte[] metadata = draft.metadata();
        if (type.length > 0xffff || payload.length > MAX_TEXT || metadata.length > MAX_TEXT) {
            throw new IllegalArgumentException("a fact too large to be stored");
        }
        int length = 13 + type.length + payload.length + metadata.length;
        return ByteBuffer.allocate((length / BLOCK + 1) * BLOCK)
                .put(CONTENT_VERSION)
                .putShort((short) type.length)
                .put(type)
                .putShort((short) draft.revision())
                .putInt(payload.length)
                .put(payload)
                .putInt(metadata.length)
                .put(metadata)
                .put(END)
                .array();
    }

    private static OpenedFact content(FactHeader header, byte[] padded) {
        if (padded[0] != CONTENT_VERSION) {
            throw new Tampered("version of the content");
        }
        ByteBuffer in = ByteBuffer.wrap(padded).position(1);
        String type = text(slice(in, Short.toUnsignedInt(take(in, 2).getShort())));
        int revision = Short.toUnsignedInt(take(in, 2).getShort());
        byte[] payload = slice(in, take(in, 4).getInt());
        byte[] metadata = slice(in, take(in, 4).getInt());
        if (take(in, 1).get() != END || in.remaining() >= BLOCK) {
            throw new Tampered("padding");
        }
        while (in.hasRemaining()) {
            if (in.get() != 0) {
                throw new Tampered("padding");
            }
        }
        return new OpenedFact(header, type, revision, payload, metadata);
    }

    private static ByteBuffer take(ByteBuffer in, int length) {
        if (in.remaining() < length) {
            throw new Tampered("length of a field");
        }
        return in;
    }

    private static byte[] slice(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new Tampered("length of a field");
        }
        byte[] slice = new byte[length];
        in.get(slice);
        return slice;
    }

    private static String text(byte[] utf8) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new Tampered("text of the type");
        }
    }
}
