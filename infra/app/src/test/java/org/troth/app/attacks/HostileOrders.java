package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/** Orders with the fields that they have, of which none is as it must be; and files that are none. */
final class HostileOrders {

    /** An address of the API that takes a body, and the names of the fields in it. */
    record Order(String path, List<String> fields) {}

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Upload(String type, byte[] body) {}

    /** As JSON: no text, no code, no identifier, no day, no number within bounds. */
    private static final List<String> NEVER_RIGHT = List.of(
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00 x\"",
            "\"x\\u0007\"",
            "\"\\ue000\"",
            "{}",
            "{\"text\":\"x\"}",
            "[[]]",
            "[{}]",
            "[null,1]",
            "-1.5e300",
            "1e400",
            "123456789012345678901234567890",
            "\"" + "x".repeat(5000) + "\"",
            "\"" + "\\ud83d\\ude00".repeat(2500) + "\"");

    /** The same in a form, whose fields are texts. */
    private static final List<String> NEVER_RIGHT_AS_TEXT =
            List.of("\u0001", "x\u0007", "\ue000", "x".repeat(5000), "\u0085\u0085");

    private final Random random;
    private final List<Order> orders;

    HostileOrders(Random random, List<Order> orders) {
        this.random = random;
        this.orders = List.copyOf(orders);
    }

    /** Every order of the API that cannot be given without a body; a rebuild and an import are orders of another kind. */
    static List<Order> of(JsonNode description) {
        List<Order> orders = new ArrayList<>();
        description.path("paths").forEachEntry((path, item) -> {
            JsonNode body = item.path("post").path("requestBody");
            String schema = body.path("content")
                    .path("application/json")
                    .path("schema")
                    .path("$ref")
                    .asString("");
            List<String> fields = new ArrayList<>();
            description
                    .path("components")
                    .path("schemas")
                    .path(schema.substring(schema.lastIndexOf('/') + 1))
                    .path("properties")
                    .propertyNames()
                    .forEach(fields::add);
            if (body.path("required").asBoolean(false) && !fields.isEmpty()) {
                orders.add(new Order(path, fields));
            }
        });
        return orders;
    }

    static String feature(String path) {
        String below = path.startsWith("/api/v1") ? path.substring(7) : path;
        return below.startsWith("/disclosures/of") ? "participants" : below.replaceAll("^/([a-z]+).*", "$1");
    }

    boolean isOwn(String path, Map<String, String> own) {
        return own.containsKey(feature(path));
    }

    /** Mostly about what the sender may act on. */
    Order any(Map<String, String> own) {
        Order order = orders.get(random.nextInt(orders.size()));
        for (int i = 0; i < 30 && !isOwn(order.path(), own); i++) {
            order = orders.get(random.nextInt(orders.size()));
        }
        return order;
    }

    byte[] json(Order order, String mark) {
        StringBuilder json = new StringBuilder("{");
        for (String field : order.fields()) {
            json.append('"')
                    .append(field)
                    .append("\":")
                    .append(oneOf(NEVER_RIGHT))
                    .append(',');
        }
        if (random.nextInt(5) == 0) {
            json.append('"').append(mark).append("\":1,");
        }
        json.setCharAt(json.length() - 1, '}');
        return random.nextInt(12) == 0
                ? json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_16)
                : json.toString().getBytes(UTF_8);
    }

    String form(Order order, String mark) {
        StringBuilder form = new StringBuilder();
        for (String field : order.fields()) {
            int times = 1 + random.nextInt(2);
            for (int i = 0; i < times; i++) {
                form.append(field)
                        .append('=')
                        .append(URLEncoder.encode(oneOf(NEVER_RIGHT_AS_TEXT), UTF_8))
                        .append('&');
            }
        }
        return form.append(mark).append("=1").toString();
    }

    /** No file of a directory, however it is called. */
    Upload upload(String mark) {
        String parts = "multipart/form-data; boundary=" + mark;
        String begin = "--" + mark + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"";
        String end = "\r\n--" + mark + "--\r\n";
        return switch (random.nextInt(16)) {
            case 0 -> new Upload("application/zip", zip("../../services.csv", ("id\n" + mark).getBytes(UTF_8)));
            case 1 -> new Upload("application/zip", zip("services.csv", new byte[40 << 20]));
            case 2 -> new Upload("application/zip", cut(zip("services.json", mark.getBytes(UTF_8))));
            case 3 -> new Upload("application/zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
            case 4 -> new Upload("application/zip", zip("\u0000.csv", "id,name\n\"".getBytes(UTF_8)));
            case 5 -> new Upload("application/json", "[".repeat(3000).getBytes(UTF_8));
            case 6 ->
                new Upload(
                        "application/json",
                        ("[{\"id\":\"" + mark + "\",\"name\":\"\\u0000\",\"status\":{}}]").getBytes(UTF_8));
            case 7 -> new Upload("application/json", """
                        [{"id":"11111111-1111-4111-8111-111111111111","name":"\\ud800","description":"x"},
                         {"id":"11111111-1111-4111-8111-111111111112","name":"x","status":"active",
                          "organization_id":"11111111-1111-4111-8111-111111111111","assured_date":"+999999999-12-31"}]
                        """.getBytes(UTF_8));
            case 8 -> new Upload("application/octet-stream", ("{\"contents\":[[[" + mark + "]]]}").getBytes(UTF_8));
            case 9 -> new Upload(parts, (begin + "../../" + mark + ".csv\"\r\n\r\n,,,\"\n" + end).getBytes(UTF_8));
            case 10 -> new Upload(parts, (begin + "services.json\"\r\n\r\n{").getBytes(UTF_8));
            case 11 ->
                new Upload(
                        parts,
                        (begin + "x.json\"\r\nX: ").concat("y".repeat(9000)).getBytes(UTF_8));
            case 12 -> new Upload(parts, (begin + "\u0000\"\r\n\r\n" + "x".repeat(200) + end).getBytes(ISO_8859_1));
            case 13 -> new Upload(parts, ((begin + "a.csv\"\r\n\r\nid\r\n").repeat(60) + end).getBytes(UTF_8));
            case 14 -> new Upload("multipart/form-data", (begin + "a.csv\"\r\n\r\nid" + end).getBytes(UTF_8));
            default -> new Upload(parts, ("--" + mark + "\r\n\r\n" + end + mark).getBytes(UTF_8));
        };
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
