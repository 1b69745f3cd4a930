package org.troth.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * {@code TRS1}, the inner seal of a person's words: seals under a data key, opens under it or under the value's own
 * secret.
 *
 * <p>Whatever was changed after sealing, and any other label, owner or key, is refused as {@link Tampered}; the
 * commitment is checked before anything is decrypted.
 */
public final class ValueSeal {
    static final int BLOCK = 32;
    static final int MAX_PADDED = 1 << 22;

    private static final byte END = (byte) 0x80;
    private static final byte[] VALUE_LABEL = "troth/v1/value".getBytes(US_ASCII);

    private ValueSeal() {}

    /** Seals with a hedged salt; answers header and ciphertext as one array. */
    public static byte[] seal(
            byte[] dataKey, ValueHeader header, ValueContext context, byte[] value, SecureRandom generator) {
        byte[] random = new byte[32];
        generator.nextBytes(random);
        return seal(dataKey, header, context, value, random);
    }

    static byte[] seal(byte[] dataKey, ValueHeader header, ValueContext context, byte[] value, byte[] random) {
        if (header.valueClass() < 1 || header.valueClass() > ValueHeader.LAST_CLASS) {
            throw new IllegalArgumentException("a class outside 1..10");
        }
        if (value.length >= MAX_PADDED) {
            throw new IllegalArgumentException("a value too large to be sealed");
        }
        Primitives primitives = Primitives.here();
        byte[] bare = header.bare();
        byte[] bound = context.bytes();
        byte[] padded = Arrays.copyOf(value, (value.length / BLOCK + 1) * BLOCK);
        padded[value.length] = END;
        byte[] saltKey = primitives.expand(dataKey, Primitives.SALT_LABEL, Primitives.NONE, 32);
        byte[] secret = Primitives.NONE;
        byte[] keyAndCommitment = Primitives.NONE;
        try {
            byte[] salt = primitives.hmac(saltKey, random, bare, bound, padded);
            byte[] digest = primitives.sha256(bare, salt, bound);
            secret = primitives.expand(dataKey, VALUE_LABEL, digest, 32);
            keyAndCommitment = primitives.expand(secret, Primitives.SEAL_LABEL, digest, 64);
            byte[] stored = new byte[ValueHeader.LENGTH + padded.length + Primitives.TAG_LENGTH];
            System.arraycopy(bare, 0, stored, 0, ValueHeader.BARE);
            System.arraycopy(salt, 0, stored, ValueHeader.BARE, 32);
            System.arraycopy(keyAndCommitment, 32, stored, ValueHeader.COMMITMENT, 32);
            primitives.encrypt(
                    keyAndCommitment,
                    padded,
                    stored,
                    ValueHeader.LENGTH,
                    Arrays.copyOf(stored, ValueHeader.LENGTH),
                    bound);
            return stored;
        } finally {
            Primitives.wipe(padded, saltKey, secret, keyAndCommitment);
        }
    }

    /** The secret S_v that opens this one value and nothing else; the caller wipes it. */
    public static byte[] secret(byte[] dataKey, byte[] stored, ValueContext context) {
        ValueHeader.read(stored);
        Primitives primitives = Primitives.here();
        byte[] digest = primitives.sha256(stored, 0, ValueHeader.COMMITMENT, context.bytes());
        return primitives.expand(dataKey, VALUE_LABEL, digest, 32);
    }

    /** Opens under the data key; the caller wipes the answer when it can. */
    public static byte[] open(byte[] dataKey, byte[] stored, ValueContext context) {
        byte[] secret = secret(dataKey, stored, context);
        try {
            return openWithSecret(secret, stored, context);
        } finally {
            Primitives.wipe(secret);
        }
    }

    /** Opens for one who was given the value's secret, and thereby proves whose value it is and what it is called. */
    public static byte[] openWithSecret(byte[] secret, byte[] stored, ValueContext context) {
        ValueHeader.read(stored);
        if (secret.length != 32) {
            throw new Tampered("length of a secret");
        }
        Primitives primitives = Primitives.here();
        byte[] bound = context.bytes();
        byte[] digest = primitives.sha256(stored, 0, ValueHeader.COMMITMENT, bound);
        byte[] keyAndCommitment = primitives.expand(secret, Primitives.SEAL_LABEL, digest, 64);
        byte[] padded = Primitives.NONE;
        try {
            if (!Primitives.equal(keyAndCommitment, 32, stored, ValueHeader.COMMITMENT, 32)) {
                throw new Tampered("commitment");
            }
            padded = primitives.decrypt(
                    keyAndCommitment, stored, ValueHeader.LENGTH, Arrays.copyOf(stored, ValueHeader.LENGTH), bound);
            return Arrays.copyOf(padded, end(padded));
        } finally {
            Primitives.wipe(keyAndCommitment, padded);
        }
    }

    private static int end(byte[] padded) {
        int end = padded.length - 1;
        while (end > 0 && padded[end] == 0) {
            end--;
        }
        if (padded[end] != END || padded.length - end > BLOCK) {
            throw new Tampered("padding");
        }
        return end;
    }
}
