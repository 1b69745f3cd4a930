package org.troth.vault;

import java.security.SecureRandom;
import org.troth.events.confidential.Codes;

/** Codes of 32 characters, 5 random bits each, without i, l, o and u. */
final class RandomCodes implements Codes {
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 32;

    private final SecureRandom random;

    RandomCodes(SecureRandom random) {
        this.random = random;
    }

    @Override
    public String next() {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        StringBuilder code = new StringBuilder(LENGTH);
        for (byte each : bytes) {
            code.append(LETTERS.charAt(each & 31));
        }
        return code.toString();
    }
}
