package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How words stand in JSON, in a header, in an address and on the wire. */
final class Wire {

    private Wire() {}

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** What stands in a header line as it is. */
    static String line(String text) {
        return text.replaceAll("[\\r\\n]", "");
    }

    static String percent(String text) {
        StringBuilder percent = new StringBuilder();
        for (byte each : text.getBytes(UTF_8)) {
            boolean plain = each >= '0' && each <= '9' || each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z';
            percent.append(plain ? (char) each : "%" + HexFormat.of().toHexDigits(each));
        }
        return percent.toString();
    }

    static byte[] joined(StringBuilder head, byte @Nullable [] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(ISO_8859_1));
        if (body != null) {
            all.writeBytes(body);
        }
        return all.toByteArray();
    }
}
