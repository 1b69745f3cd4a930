package org.troth.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One thread's SHA-256, HMAC, HKDF-Expand and AES-256-GCM, kept because making them costs more than using them.
 *
 * <p>Takes the JDK's own providers by name, whatever else is registered, and forgets each key after its use.
 */
final class Primitives {
    static final byte[] SALT_LABEL = "troth/v1/salt".getBytes(US_ASCII);
    static final byte[] SEAL_LABEL = "troth/v1/seal".getBytes(US_ASCII);
    static final byte[] NONE = {};
    static final int TAG_LENGTH = 16;

    private static final ThreadLocal<Primitives> HERE = ThreadLocal.withInitial(Primitives::new);
    private static final GCMParameterSpec ZERO_NONCE = nonce(0);

    private final MessageDigest digest;
    private final Mac mac;
    private final Cipher cipher;
    private final BorrowedKey noMacKey = new BorrowedKey("HmacSHA256", new byte[32]);
    private final BorrowedKey noCipherKey = new BorrowedKey("AES", new byte[32]);
    private final GCMParameterSpec[] otherNonces = {nonce(1), nonce(2)};
    private int lastOther;

    private Primitives() {
        try {
            digest = MessageDigest.getInstance("SHA-256", "SUN");
            mac = Mac.getInstance("HmacSHA256", "SunJCE");
            cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK's own cryptography is missing", e);
        }
    }

    static Primitives here() {
        return HERE.get();
    }

    byte[] sha256(byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** Digest of one slice followed by whole parts. */
    byte[] sha256(byte[] first, int from, int to, byte[]... parts) {
        digest.update(first, from, to - from);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    byte[] hmac(byte[] key, byte[]... parts) {
        try {
            mac.init(new BorrowedKey("HmacSHA256", key));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC refused a key", e);
        } finally {
            forgetMacKey();
        }
    }

    /** RFC 5869 Expand with {@code info = label ‖ context}; 32 or 64 bytes. */
    byte[] expand(byte[] key, byte[] label, byte[] context, int length) {
        byte[] out = new byte[length];
        try {
            mac.init(new BorrowedKey("HmacSHA256", key));
            for (int block = 0; block * 32 < length; block++) {
                if (block > 0) {
                    mac.update(out, (block - 1) * 32, 32);
                }
                mac.update(label);
                mac.update(context);
                mac.update((byte) (block + 1));
                mac.doFinal(out, block * 32);
            }
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC refused a key", e);
        } finally {
            forgetMacKey();
        }
    }

    /** Encrypts under the first 32 bytes of {@code keyAndCommitment}, into {@code out} from {@code at}, tag last. */
    void encrypt(byte[] keyAndCommitment, byte[] text, byte[] out, int at, byte[]... aad) {
        byte[] key = Arrays.copyOf(keyAndCommitment, 32);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, new BorrowedKey("AES", key), ZERO_NONCE);
            for (byte[] part : aad) {
                cipher.updateAAD(part);
            }
            cipher.doFinal(text, 0, text.length, out, at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to encrypt", e);
        } finally {
            Arrays.fill(key, (byte) 0);
            forgetCipherKey();
        }
    }

    /** Decrypts {@code sealed[from:]} under the first 32 bytes of {@code keyAndCommitment}. */
    byte[] decrypt(byte[] keyAndCommitment, byte[] sealed, int from, byte[]... aad) {
        byte[] key = Arrays.copyOf(keyAndCommitment, 32);
        try {
            cipher.init(Cipher.DECRYPT_MODE, new BorrowedKey("AES", key), ZERO_NONCE);
            for (byte[] part : aad) {
                cipher.updateAAD(part);
            }
            return cipher.doFinal(sealed, from, sealed.length - from);
        } catch (AEADBadTagException e) {
            throw new Tampered("authentication tag");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to decrypt", e);
        } finally {
            Arrays.fill(key, (byte) 0);
            forgetCipherKey();
        }
    }

    /** Compares {@code length} bytes of both from these places on, in constant time. */
    static boolean equal(byte[] expected, int from, byte[] stored, int at, int length) {
        int difference = 0;
        for (int i = 0; i < length; i++) {
            difference |= expected[from + i] ^ stored[at + i];
        }
        return difference == 0;
    }

    static void wipe(byte[]... secrets) {
        for (byte[] secret : secrets) {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private void forgetMacKey() {
        try {
            mac.init(noMacKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC refused a key", e);
        }
    }

    /** The provider remembers the last key it encrypted under until the next; the nonce alternates to please it. */
    private void forgetCipherKey() {
        lastOther = 1 - lastOther;
        try {
            cipher.init(Cipher.ENCRYPT_MODE, noCipherKey, otherNonces[lastOther]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused a key", e);
        }
    }

    private static GCMParameterSpec nonce(int last) {
        byte[] nonce = new byte[12];
        nonce[11] = (byte) last;
        return new GCMParameterSpec(128, nonce);
    }

    /** A key that leaves no copy of its own behind: providers get a copy, which they wipe. */
    @SuppressWarnings("serial") // never written anywhere
    private static final class BorrowedKey implements SecretKey {
        private static final long serialVersionUID = 1L;

        private final String algorithm;
        private final transient byte[] bytes;

        BorrowedKey(String algorithm, byte[] bytes) {
            if (bytes.length != 32) {
                throw new IllegalArgumentException("a key of another length than 32 bytes");
            }
            this.algorithm = algorithm;
            this.bytes = bytes;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }
    }
}
