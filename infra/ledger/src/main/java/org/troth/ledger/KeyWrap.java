package org.troth.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Arrays;

/** A data key wrapped under an epoch key, bound to its whole row: moved, swapped or re-typed it is {@link Tampered}. */
public final class KeyWrap {
    /** Length of a wrapped key in bytes. */
    public static final int LENGTH = 112;

    private static final int COMMITMENT = 32;
    private static final int SEALED = 64;
    private static final byte[] WRAP_LABEL = "troth/v1/wrap".getBytes(US_ASCII);

    private KeyWrap() {}

    /** Wraps a key of 32 bytes under an epoch key. */
    public static byte[] wrap(byte[] epochKey, KeyRow row, byte[] key, SecureRandom generator) {
        return wrap(epochKey, row.bytes(), key, generator);
    }

    /** Wraps a key of 32 bytes in the same format, bound to any other context. */
    public static byte[] wrap(byte[] wrappingKey, byte[] context, byte[] key, SecureRandom generator) {
        byte[] salt = new byte[32];
        generator.nextBytes(salt);
        return wrap(wrappingKey, context, key, salt);
    }

    static byte[] wrap(byte[] wrappingKey, byte[] bound, byte[] key, byte[] salt) {
        if (key.length != 32) {
            throw new IllegalArgumentException("a key of another length than 32 bytes");
        }
        byte[] keyAndCommitment = keyAndCommitment(wrappingKey, bound, salt);
        try {
            byte[] wrapped = Arrays.copyOf(salt, LENGTH);
            System.arraycopy(keyAndCommitment, 32, wrapped, COMMITMENT, 32);
            Primitives.here().encrypt(keyAndCommitment, key, wrapped, SEALED, bound, Arrays.copyOf(wrapped, SEALED));
            return wrapped;
        } finally {
            Primitives.wipe(keyAndCommitment);
        }
    }

    /** Unwraps what was wrapped for this row; the caller wipes the answer. */
    public static byte[] unwrap(byte[] epochKey, KeyRow row, byte[] wrapped) {
        return unwrap(epochKey, row.bytes(), wrapped);
    }

    /** Unwraps what was wrapped for this context; the caller wipes the answer. */
    public static byte[] unwrap(byte[] wrappingKey, byte[] bound, byte[] wrapped) {
        if (wrapped.length != LENGTH) {
            throw new Tampered("length of a wrapped key");
        }
        byte[] keyAndCommitment = keyAndCommitment(wrappingKey, bound, Arrays.copyOf(wrapped, 32));
        try {
            if (!Primitives.equal(keyAndCommitment, 32, wrapped, COMMITMENT, 32)) {
                throw new Tampered("commitment");
            }
            return Primitives.here().decrypt(keyAndCommitment, wrapped, SEALED, bound, Arrays.copyOf(wrapped, SEALED));
        } finally {
            Primitives.wipe(keyAndCommitment);
        }
    }

    private static byte[] keyAndCommitment(byte[] epochKey, byte[] bound, byte[] salt) {
        Primitives primitives = Primitives.here();
        byte[] digest = primitives.sha256(bound, salt);
        byte[] secret = primitives.expand(epochKey, WRAP_LABEL, digest, 32);
        try {
            return primitives.expand(secret, Primitives.SEAL_LABEL, digest, 64);
        } finally {
            Primitives.wipe(secret);
        }
    }
}
