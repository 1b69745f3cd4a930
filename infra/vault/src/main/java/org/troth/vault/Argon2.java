package org.troth.vault;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.troth.ledger.Tampered;

/**
 * An Argon2id verifier (RFC 9106, version 1.3) and its encoded form
 * {@code $argon2id$v=19$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<hash>}.
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time only
record Argon2(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {
    private static final Pattern ENCODED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=([0-9])\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
    private static final int MOST_MEMORY_KIB = 64 * 1024;
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();

    static Argon2 of(byte[] password, byte[] salt, int memoryKib, int passes, int lanes) {
        return new Argon2(memoryKib, passes, lanes, salt, hash(password, salt, memoryKib, passes, lanes, 32));
    }

    /** Reads an encoded verifier; one that asks for more work than is ever made here is refused. */
    static Argon2 decode(String encoded) {
        Matcher parts = ENCODED.matcher(encoded);
        if (!parts.matches()) {
            throw new Tampered("form of a verifier");
        }
        int memoryKib = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        int lanes = Integer.parseInt(parts.group(3));
        if (memoryKib < 8 * lanes || memoryKib > MOST_MEMORY_KIB || passes < 1 || passes > 10 || lanes < 1) {
            throw new Tampered("cost of a verifier");
        }
        try {
            Base64.Decoder decoder = Base64.getDecoder();
            return new Argon2(memoryKib, passes, lanes, decoder.decode(parts.group(4)), decoder.decode(parts.group(5)));
        } catch (IllegalArgumentException e) {
            throw new Tampered("form of a verifier");
        }
    }

    String encoded() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memoryKib, passes, lanes, TO_TEXT.encodeToString(salt), TO_TEXT.encodeToString(hash));
    }

    boolean fits(byte[] password) {
        byte[] computed = hash(password, salt, memoryKib, passes, lanes, hash.length);
        try {
            return MessageDigest.isEqual(computed, hash);
        } finally {
            Arrays.fill(computed, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "Argon2";
    }

    private static byte[] hash(byte[] password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
