package org.troth.vault;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Bytes as capital letters and digits (RFC 4648, section 6), without padding. */
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = 31;

    private Base32() {}

    static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * Byte.SIZE / BITS + 1);
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = (held << Byte.SIZE) | (each & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(LETTERS.charAt((held >> bits) & MASK));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(LETTERS.charAt((held << (BITS - bits)) & MASK));
        }
        return text.toString();
    }

    /** Null for what {@link #text} never gives. */
    static byte @Nullable [] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int held = 0;
        int bits = 0;
        for (int at = 0; at < text.length(); at++) {
            int value = LETTERS.indexOf(text.charAt(at));
            if (value < 0) {
                return null;
            }
            held = (held << BITS) | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bits < BITS && held == 0 ? bytes.toByteArray() : null;
    }
}
