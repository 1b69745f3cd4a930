package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Bodies that no order can be read from. */
final class HostileBodies {

    private static final List<String> FIELDS = List.of(
            "matter",
            "language",
            "channel",
            "purpose",
            "participant",
            "volunteer",
            "match",
            "service",
            "topic",
            "side",
            "outcome",
            "reason",
            "lastDay",
            "capacity",
            "role",
            "link",
            "sitting",
            "days");

    private final Random random;

    HostileBodies(Random random) {
        this.random = random;
    }

    byte[] json(String mark) {
        String text = Venom.oneOf(random, Venom.JSON);
        return (random.nextBoolean() ? text : text.replace("a", mark)).getBytes(UTF_8);
    }

    byte[] nesting() {
        int depth = 500 + random.nextInt(20_000);
        return switch (random.nextInt(3)) {
            case 0 -> "[".repeat(depth).getBytes(UTF_8);
            case 1 -> ("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).getBytes(UTF_8);
            default -> ("{\"needs\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(UTF_8);
        };
    }

    /** Every field there is, with nothing in it that could be meant; a code is never right. */
    byte[] fields(String mark) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i <= random.nextInt(6); i++) {
            json.append('"')
                    .append(name(mark))
                    .append(i)
                    .append("\":")
                    .append(Wire.quoted(Venom.oneOf(random, Venom.TEXTS) + mark))
                    .append(',');
        }
        String value = switch (random.nextInt(5)) {
            case 0 -> "{\"x\":" + Wire.quoted(mark) + "}";
            case 1 -> "[" + Wire.quoted(mark) + ",[]]";
            case 2 -> "-1.5e300";
            default -> Wire.quoted(Venom.oneOf(random, Venom.TEXTS) + mark);
        };
        return json.append('"')
                .append(name(mark))
                .append("\":")
                .append(value)
                .append("}")
                .toString()
                .getBytes(UTF_8);
    }

    private String name(String mark) {
        int at = random.nextInt(FIELDS.size() + 1);
        return at < FIELDS.size() ? FIELDS.get(at) : mark;
    }

    byte[] invalidUtf8(String mark) {
        byte[] bad = HexFormat.of()
                .parseHex(Venom.oneOf(
                        random,
                        List.of("c328", "c0af", "eda080", "f8888080", "ff", "fe", "80", "e28128", "00", "f09f98")));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("{\"matter\":\"" + mark).getBytes(UTF_8));
        body.writeBytes(bad);
        body.writeBytes("\"}".getBytes(UTF_8));
        return body.toByteArray();
    }

    byte[] form(String query, String mark) {
        StringBuilder form = new StringBuilder(query);
        if (random.nextBoolean()) {
            form.append("&_csrf=").append(Base64.getUrlEncoder().encodeToString(mark.getBytes(UTF_8)));
        }
        if (random.nextInt(10) == 0) {
            form.append("&words=").append("%ff%00".repeat(random.nextInt(200)));
        }
        return form.toString().getBytes(ISO_8859_1);
    }
}
