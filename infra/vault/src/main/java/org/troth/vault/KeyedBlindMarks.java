package org.troth.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.troth.events.confidential.BlindMarks;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.ledger.KeyRow;
import org.troth.ledger.KeyedMarks;

/**
 * Marks as places in a row of 1024 bits that belongs to one sealing: {@code u8 version ‖ salt[0:16] ‖ bits[128]}. The place of
 * a part is ten bits of {@code HMAC-SHA256(K_field, 0x01 ‖ salt[0:16] ‖ part as UTF-16)}, where {@code K_field =
 * HMAC-SHA256(DK, "troth/v1/blind-marks" ‖ 0x00 ‖ label)}. Since the salt of a sealing is never used twice, equal parts of two
 * people stand at unrelated places. Every row has 128 bits set, those that no part needs at places drawn likewise, so that it
 * does not tell how long the words are; where the parts need more, all are. One bit in eight is set: each part, also one
 * that nobody's words hold, is let through for an eighth of everybody.
 */
final class KeyedBlindMarks implements BlindMarks {
    private static final byte VERSION = 1;
    private static final byte OF_A_PART = 1;
    private static final byte OF_NOTHING = 0;
    private static final int SALT_AT = 24;
    private static final int SALT = 16;
    private static final int BITS_AT = 1 + SALT;
    private static final int BITS = 1024;
    private static final int SET = BITS / 8;
    private static final int LENGTH = BITS_AT + BITS / Byte.SIZE;
    private static final String LABEL = "troth/v1/blind-marks\0";

    private final DataKeys keys;

    KeyedBlindMarks(DataKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] mark(Sealed sealed, Collection<String> parts) {
        byte[] marks = new byte[LENGTH];
        marks[0] = VERSION;
        System.arraycopy(sealed.stored(), SALT_AT, marks, 1, SALT);
        byte[] bits = bits(mac(sealed.words()), marks, parts).toByteArray();
        System.arraycopy(bits, 0, marks, BITS_AT, bits.length);
        return marks;
    }

    private static BitSet bits(Mac mac, byte[] salted, Collection<String> parts) {
        BitSet bits = new BitSet(BITS);
        for (String part : parts) {
            bits.set(place(mac, salted, encoded(part)));
        }
        if (bits.cardinality() > SET) {
            bits.set(0, BITS);
        }
        for (int drawn = 0; bits.cardinality() < SET; drawn++) {
            mac.update(OF_NOTHING);
            mac.update(salted, 1, SALT);
            ByteBuffer places = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(drawn).array()));
            while (places.hasRemaining() && bits.cardinality() < SET) {
                bits.set(places.getShort() & (BITS - 1));
            }
        }
        return bits;
    }

    @Override
    public boolean areOf(Sealed sealed, byte[] marks) {
        return areOf(sealed.stored(), marks);
    }

    private static boolean areOf(byte[] stored, byte[] marks) {
        return marks.length == LENGTH
                && marks[0] == VERSION
                && Arrays.equals(stored, SALT_AT, SALT_AT + SALT, marks, 1, BITS_AT);
    }

    @Override
    public Sieve sieve(Words field, Collection<String> parts) {
        List<byte[]> sought = parts.stream().map(KeyedBlindMarks::encoded).toList();
        return new Sieve() {
            private final Mac mac = mac(field);

            @Override
            public boolean mayHold(Sealed sealed, byte[] marks) {
                if (sealed.words() != field || !areOf(sealed.stored(), marks)) {
                    return true;
                }
                for (byte[] part : sought) {
                    int place = place(mac, marks, part);
                    if ((marks[BITS_AT + place / Byte.SIZE] >> (place % Byte.SIZE) & 1) == 0) {
                        return false;
                    }
                }
                return true;
            }
        };
    }

    private static int place(Mac mac, byte[] salted, byte[] part) {
        mac.update(OF_A_PART);
        mac.update(salted, 1, SALT);
        byte[] drawn = mac.doFinal(part);
        return ByteBuffer.wrap(drawn).getShort() & (BITS - 1);
    }

    /** Unit by unit, so that half a pair is told from another half. */
    private static byte[] encoded(String part) {
        ByteBuffer units = ByteBuffer.allocate(part.length() * Character.BYTES);
        part.chars().forEach(unit -> units.putChar((char) unit));
        return units.array();
    }

    private Mac mac(Words field) {
        try (Held<KeyRow> key = keys.findOrCreate(KeyName.BLIND_MARKS)) {
            byte[] ofField = KeyedMarks.mark(key.key(), (LABEL + field.label()).getBytes(UTF_8));
            try {
                Mac mac = Mac.getInstance("HmacSHA256", "SunJCE");
                mac.init(new SecretKeySpec(ofField, "HmacSHA256"));
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the JDK's own cryptography is missing", e);
            } finally {
                Arrays.fill(ofField, (byte) 0);
            }
        }
    }
}
