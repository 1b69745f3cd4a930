package org.troth.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.regex.Pattern;

/** The few things that C2SP's texts are made of, each read in its one spelling only. */
final class StrictText {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int NEXT_LINE = 0x85;

    private StrictText() {}

    static String utf8(byte[] bytes, int most, String what) throws Malformed {
        if (bytes.length > most) {
            throw new Malformed("length of a " + what);
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("encoding of a " + what);
        }
    }

    /** RFC 4648 section 4, padded, without stray bits: the JDK's decoder alone would forgive both. */
    static byte[] base64(String text, int least, int most, String what) throws Malformed {
        if (text.length() > (most + 2) / 3 * 4) {
            throw new Malformed("length of a " + what);
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed("base64 of a " + what);
        }
        if (!base64(bytes).equals(text)) {
            throw new Malformed("base64 of a " + what);
        }
        if (bytes.length < least || bytes.length > most) {
            throw new Malformed("length of a " + what);
        }
        return bytes;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] hash(String text) throws Malformed {
        return base64(text, Tree.HASH, Tree.HASH, "hash");
    }

    /** Decimal, without sign or leading zero, below 2^63. */
    static long number(String text, String what) throws Malformed {
        if (!NUMBER.matcher(text).matches()) {
            throw new Malformed("decimal of a " + what);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Malformed("bounds of a " + what);
        }
    }

    /** Whether a note may carry it: no half of a surrogate pair, and no ASCII control character but newline. */
    static boolean printable(String text) {
        return text.codePoints().allMatch(c -> (c >= ' ' || c == '\n') && Character.getType(c) != Character.SURROGATE);
    }

    /** A key's or log's name: 1 to 255 bytes, no Unicode space, no plus, no control character. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= 255
                && printable(name)
                && name.getBytes(UTF_8).length <= 255
                && name.codePoints()
                        .noneMatch(c ->
                                c == '+' || c == NEXT_LINE || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    static String name(String name) throws Malformed {
        if (!isName(name)) {
            throw new Malformed("name");
        }
        return name;
    }
}
