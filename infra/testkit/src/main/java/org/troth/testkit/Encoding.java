package org.troth.testkit;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The disguises in which a word can lie about; each yields every byte sequence that would give the word away. */
enum Encoding {
    UTF_8(Spelling.EVERY_CASE),
    UTF_16LE(Spelling.EVERY_CASE),
    UTF_16BE(Spelling.EVERY_CASE),
    HEX(Spelling.AS_WRITTEN),
    BASE64(Spelling.AS_WRITTEN),
    JSON_ESCAPES(Spelling.EVERY_CASE),
    PERCENT(Spelling.EVERY_CASE),
    HTML(Spelling.EVERY_CASE);

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private enum Spelling {
        AS_WRITTEN,
        EVERY_CASE
    }

    private final Spelling spelling;

    Encoding(Spelling spelling) {
        this.spelling = spelling;
    }

    /** Every byte sequence of the word in this disguise. */
    List<byte[]> patternsOf(String word) {
        Set<String> found = new LinkedHashSet<>();
        for (String spelt : spellings(word)) {
            disguise(spelt, found);
        }
        return found.stream()
                .map(pattern -> pattern.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** Composed and decomposed; also in small and in large letters, since indexes and headings change the case. */
    private Set<String> spellings(String word) {
        List<String> cases = spelling == Spelling.AS_WRITTEN
                ? List.of(word)
                : List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT));
        Set<String> all = new LinkedHashSet<>();
        for (String spelt : cases) {
            all.add(spelt);
            all.add(Normalizer.normalize(spelt, Normalizer.Form.NFC));
            all.add(Normalizer.normalize(spelt, Normalizer.Form.NFD));
        }
        return all;
    }

    private void disguise(String word, Set<String> into) {
        switch (this) {
            case UTF_8 -> into.add(latin(word.getBytes(StandardCharsets.UTF_8)));
            case UTF_16LE -> into.add(latin(word.getBytes(StandardCharsets.UTF_16LE)));
            case UTF_16BE -> into.add(latin(word.getBytes(StandardCharsets.UTF_16BE)));
            case HEX ->
                CHARSETS.forEach(charset -> {
                    into.add(HexFormat.of().formatHex(word.getBytes(charset)));
                    into.add(HexFormat.of().withUpperCase().formatHex(word.getBytes(charset)));
                });
            case BASE64 -> CHARSETS.forEach(charset -> base64(word.getBytes(charset), into));
            case JSON_ESCAPES -> {
                into.add(escaped(word, HexFormat.of()));
                into.add(escaped(word, HexFormat.of().withUpperCase()));
            }
            case PERCENT -> {
                String form = URLEncoder.encode(word, StandardCharsets.UTF_8);
                for (String encoded : List.of(form, form.replace("+", "%20"))) {
                    into.add(encoded);
                    into.add(lowerDigits(encoded));
                }
            }
            case HTML -> {
                String html = word.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
                into.add(latin(html.replace("'", "&#39;").getBytes(StandardCharsets.UTF_8)));
                into.add(latin(html.replace("'", "&#x27;").getBytes(StandardCharsets.UTF_8)));
                into.add(numeric(word));
            }
        }
    }

    /** The characters that depend on the word alone, wherever in a group of three bytes it begins. */
    private static void base64(byte[] word, Set<String> into) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + word.length];
            System.arraycopy(word, 0, shifted, before, word.length);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            into.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
            into.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
        }
    }

    private static String escaped(String word, HexFormat digits) {
        StringBuilder escaped = new StringBuilder();
        for (char c : word.toCharArray()) {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                escaped.append("\\u").append(digits.toHexDigits(c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String numeric(String word) {
        StringBuilder numeric = new StringBuilder();
        word.codePoints()
                .forEach(point -> numeric.append(
                        point > 0x7e || "&<>\"'".indexOf(point) >= 0 ? "&#" + point + ";" : Character.toString(point)));
        return numeric.toString();
    }

    private static String lowerDigits(String percent) {
        StringBuilder lower = new StringBuilder(percent);
        for (int at = lower.indexOf("%"); at >= 0; at = lower.indexOf("%", at + 3)) {
            lower.replace(at, at + 3, lower.substring(at, at + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    /** Bytes as a string of equal length, only to compare them. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
