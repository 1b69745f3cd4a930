package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests that no honest caller makes, the same for the same seed. None of them is an order that could be carried out: whatever is
 * stored because of one is a fault. Each carries a mark that must not come back.
 */
final class HostileRequests {

    /** Who sends: with a token, with a browser's cookies, or with neither. */
    record Sender(
            String name,
            @Nullable String token,
            @Nullable String cookies,
            List<String> foreign,
            Map<String, String> own) {

        static Sender stranger() {
            return new Sender("stranger", null, null, List.of(), Map.of());
        }
    }

    record Hostile(String kind, String mark, byte[] bytes) {

        @Override
        public String toString() {
            String text = new String(bytes, ISO_8859_1);
            return kind + ": " + text.substring(0, Math.min(330, text.length()));
        }
    }

    private static final List<String> METHODS = List.of(
            "GET",
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "HEAD",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "LOCK",
            "QUERY",
            "GE\0T",
            "POST\t",
            "{}",
            "A".repeat(300));
    private static final List<String> VENOM = List.of(
            "' or '1'='1",
            "'; drop table facts.fact; --",
            "\" or 1=1 --",
            "1) union select null,null--",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "${7*7}",
            "#{7*7}",
            "*{T(java.lang.Runtime)}",
            "__${T(java.lang.Thread).sleep(9000)}__::x",
            "~{::main}",
            "${jndi:ldap://127.0.0.1:1/a}",
            "{{7*7}}",
            "%00",
            "\u202e",
            "\ud800",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "file:///etc/passwd",
            "http://127.0.0.1:1/",
            "\r\nX-Injected: yes",
            "%0d%0aX-Injected:%20yes",
            "=cmd|' /C calc'!A1",
            "\u0000",
            "NaN",
            "-0",
            "9".repeat(400),
            "1e400",
            "-9223372036854775809",
            "00000000-0000-0000-0000-00000000000g",
            "-999999999-01-01",
            "+1000000000-12-31",
            "+999999999-12-31",
            "2026-02-30",
            "2026-13-01T25:61:61Z",
            "9999-12-31T23:59:60.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "2026-11-21T10:00:00+99:99",
            "PT9999999999999H",
            "\u0130\u0131",
            "\u1e9e".repeat(90),
            "\ud83d\udc69\u200d\ud83d\udc67",
            "\ufeff",
            "\uffff",
            " ",
            "x".repeat(3000),
            "true",
            "null",
            "[]",
            "{}");
    private static final List<String> JSON_VENOM = List.of(
            "{",
            "}",
            "[",
            "nul",
            "{\"matter\":",
            "{\"matter\":}",
            "{\"a\":1,}",
            "{'a':1}",
            "\"\\u12\"",
            "\"\\ud800\"",
            "{\"matter\":\"\\u0000\"}",
            "NaN",
            "-",
            "01",
            "1e",
            "{\"matter\" 1}",
            "/*x*/{}",
            "{}{}",
            "{} x",
            "\u0000",
            "",
            " ",
            "\ufeff{}",
            "{\"matter\":\"a\",\"matter\":\"b\"}",
            "{\"__proto__\":{\"a\":1}}",
            "[{}]",
            "null",
            "true",
            "\"text\"",
            "12",
            "{\"@class\":\"java.net.URL\"}",
            "[\"java.util.HashMap\",{}]",
            "{\"matter\":1e999999999}",
            "{\"capacity\":123456789012345678901234567890}",
            "{\"participant\":0.1}",
            "{\"needs\":\"x\"}",
            "{\"needs\":{}}",
            "{\"needs\":[[[]]]}",
            "{\"classes\":[null]}",
            "{\"roles\":[\"GOD\"]}",
            "{\"roles\":[1]}",
            "{\"name\":[]}");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-7",
            "application/json;charset=utf-16",
            "application/json; charset=none",
            "text/xml",
            "application/xml",
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded;charset=utf-16",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "application/yaml",
            "application/cbor",
            "application/x-java-serialized-object",
            "a/b/c;;=",
            "/",
            "*/*",
            "application/",
            "\u00e9",
            "application/json,text/html",
            "text/*",
            "application/*+json",
            "application/json; charset=*",
            "application/json; charset=\"",
            "multipart/mixed; boundary=x",
            "multipart/form-data; boundary=" + "b".repeat(300));
    private static final List<String> PARAMETERS = List.of(
            "at",
            "purpose",
            "page",
            "size",
            "from",
            "until",
            "state",
            "stage",
            "kind",
            "role",
            "q",
            "term",
            "actor",
            "subject",
            "match",
            "participant",
            "agency",
            "service",
            "consent",
            "said",
            "before",
            "after",
            "sort",
            "_csrf",
            "idempotencyKey",
            "to",
            "forPurpose",
            "person",
            "all",
            "on",
            "since",
            "name",
            "password",
            "outcome",
            "classes",
            "previewed",
            "next");

    private final Random random;
    private final List<String> paths;
    private final HostileOrders orders;
    private int signIns;

    /**
     * @param paths every address there is, with braces around what differs
     * @param orders every order there is, with its fields
     */
    HostileRequests(long seed, List<String> paths, List<HostileOrders.Order> orders) {
        this.random = new Random(seed);
        this.paths = List.copyOf(paths);
        this.orders = new HostileOrders(random, orders);
    }

    Hostile next(Sender sender) {
        String mark = "mrk" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36) + "z";
        return switch (random.nextInt(28)) {
            case 20, 21, 22, 23 -> order(sender, mark);
            case 24 -> upload(sender, mark);
            case 25 -> signIn(sender, mark);
            case 26, 27 -> request(sender, mark, "own", "GET", ownPath(sender) + "?" + query(mark), null, null);
            case 0, 1 -> request(sender, mark, "json", "POST", path(sender), "application/json", json(mark));
            case 2 -> request(sender, mark, "nesting", "POST", path(sender), "application/json", nesting());
            case 3, 4 -> request(sender, mark, "fields", "POST", path(sender), "application/json", fields(mark));
            case 5 -> request(sender, mark, "bytes", "POST", path(sender), "application/json", invalidUtf8(mark));
            case 6 -> request(sender, mark, "type", "POST", path(sender), oneOf(TYPES), json(mark));
            case 7 -> request(sender, mark, "method", oneOf(METHODS), path(sender), "application/json", json(mark));
            case 8, 9 -> request(sender, mark, "path", "GET", hostilePath(sender, mark), null, null);
            case 10, 11, 12 -> request(sender, mark, "query", "GET", path(sender) + "?" + query(mark), null, null);
            case 13, 14 ->
                request(sender, mark, "form", "POST", path(sender), "application/x-www-form-urlencoded", form(mark));
            case 15 -> headers(sender, mark);
            case 16 -> lengths(sender, mark);
            case 17 -> chunks(sender, mark);
            case 18 -> lines(sender, mark);
            default -> request(sender, mark, "address", "GET", path(sender), null, null);
        };
    }

    /** An order that the sender may well give, on what is the sender's own; with no field in it as it must be. */
    private Hostile order(Sender sender, String mark) {
        boolean program = sender.token() != null && (sender.cookies() == null || random.nextBoolean());
        HostileOrders.Order order = orders.any(sender.own());
        String path = filled(sender, order.path());
        if (program) {
            String type = random.nextInt(6) == 0 ? oneOf(TYPES) : "application/json";
            return request(sender, mark, "order", "POST", path, type, orders.json(order, mark));
        }
        String form = "_csrf=" + csrf(sender) + "&" + orders.form(order, mark);
        return request(
                sender,
                mark,
                "order by form",
                "POST",
                path.replace("/api/v1", ""),
                "application/x-www-form-urlencoded",
                form.getBytes(ISO_8859_1));
    }

    private Hostile upload(Sender sender, String mark) {
        HostileOrders.Upload upload = orders.upload(mark);
        return request(sender, mark, "upload", "POST", "/api/v1/directory/imports", upload.type(), upload.body());
    }

    /** Past the door that keeps foreign forms out, with names and passwords that are nobody's. */
    private Hostile signIn(Sender sender, String mark) {
        String body = "_csrf=" + csrf(sender) + "&name=" + percent(oneOf(VENOM) + mark) + "&password="
                + percent(oneOf(VENOM)) + "&name=" + mark;
        Sender stranger = new Sender(sender.name(), null, "troth-form=" + FORM, List.of(), Map.of());
        // A network may try only so often, and the tests that come after are of the same one.
        String path = signIns++ < 3 ? "/sign-in" : "/accounts/opening";
        return request(
                stranger,
                mark,
                "sign-in",
                "POST",
                path,
                "application/x-www-form-urlencoded",
                (sender.cookies() == null ? body : body.replaceFirst("_csrf=[^&]*", "_csrf=" + masked(FORM)))
                        .getBytes(ISO_8859_1));
    }

    private static final String FORM = "6f1ad00e-3b0c-4a1e-9f43-2a7a54d1c0aa";

    /** The token that fits the cookie: half of it may be chosen, and is nothing but zeros here. */
    private static String csrf(Sender sender) {
        String cookies = String.valueOf(sender.cookies());
        int at = cookies.indexOf("troth-form=");
        return masked(at < 0 ? FORM : cookies.substring(at + 11).split(";", 2)[0]);
    }

    private static String masked(String token) {
        byte[] plain = token.getBytes(UTF_8);
        byte[] both = new byte[plain.length * 2];
        System.arraycopy(plain, 0, both, plain.length, plain.length);
        return Base64.getUrlEncoder().encodeToString(both);
    }

    private String ownPath(Sender sender) {
        for (int i = 0; i < 20; i++) {
            String path = oneOf(paths);
            if (path.contains("{") && orders.isOwn(path, sender.own())) {
                return filled(sender, path);
            }
        }
        return path(sender);
    }

    private String filled(Sender sender, String pattern) {
        StringBuilder path = new StringBuilder(pattern);
        String own = sender.own().get(HostileOrders.feature(pattern));
        for (int open = path.indexOf("{"); open >= 0; open = path.indexOf("{", open + 1)) {
            path.replace(open, path.indexOf("}", open) + 1, own == null ? identifier(sender) : own);
            own = null;
        }
        return path.toString();
    }

    private Hostile request(
            Sender sender,
            String mark,
            String kind,
            String method,
            String path,
            @Nullable String type,
            byte @Nullable [] body) {
        StringBuilder head = head(sender, method, path);
        if (type != null) {
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return new Hostile(kind, mark, joined(head.append("\r\n"), body));
    }

    private StringBuilder head(Sender sender, String method, String path) {
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        String token = sender.token();
        String cookies = sender.cookies();
        if (token != null && path.contains("/api")) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        } else if (cookies != null) {
            head.append("Cookie: ").append(cookies).append("\r\n");
        }
        if (random.nextInt(4) == 0) {
            head.append("Idempotency-Key: ")
                    .append(random.nextBoolean() ? UUID.randomUUID() : wire(oneOf(VENOM)))
                    .append("\r\n");
        }
        return head;
    }

    /** An address with identifiers that name nothing, or something that the sender may not know of. */
    private String path(Sender sender) {
        StringBuilder path = new StringBuilder(oneOf(paths));
        for (int open = path.indexOf("{"); open >= 0; open = path.indexOf("{", open + 1)) {
            path.replace(open, path.indexOf("}", open) + 1, identifier(sender));
        }
        return path.toString();
    }

    private String identifier(Sender sender) {
        return switch (random.nextInt(6)) {
            case 0 -> percent(oneOf(VENOM));
            case 1 -> "0-0-0-0-0";
            case 2 -> sender.foreign().isEmpty() ? UUID.randomUUID().toString() : oneOf(sender.foreign());
            default -> new UUID(random.nextLong(), random.nextLong()).toString();
        };
    }

    private String hostilePath(Sender sender, String mark) {
        String path = path(sender);
        return switch (random.nextInt(22)) {
            case 16 -> path + ";" + mark + "=1;a=%00";
            case 17 -> path + "/";
            case 18 -> path.replace("-", "%2D") + "%20";
            case 19 -> path + "?" + "%ED%A0%80" + mark + "=%FF%FE";
            case 20 -> "/" + "%F0%9F%98%80".repeat(200) + path;
            case 21 -> path + "#" + mark;
            case 0 -> "/../../../../etc/passwd";
            case 1 -> "/%2e%2e/%2e%2e/etc/passwd";
            case 2 -> "/shell/..%2f..%2fapplication.properties";
            case 3 -> "/vendor/%252e%252e%252fapplication.properties";
            case 4 -> path.replace("/", "%2F");
            case 5 -> path.replace("/", "%5C");
            case 6 -> path + ";jsessionid=" + mark;
            case 7 -> path + "%00" + mark;
            case 8 -> path.replace("/", "//");
            case 9 -> path + "/.;/" + mark;
            case 10 -> "/" + mark + percent(oneOf(VENOM));
            case 11 -> path + "/" + "a".repeat(random.nextInt(9000));
            case 12 -> path + "%";
            case 13 -> path + "%zz" + mark;
            case 14 -> "http://" + mark + ".invalid" + path;
            default -> path.toUpperCase(java.util.Locale.ROOT) + "/.." + path + "/%C0%AE" + mark;
        };
    }

    private String query(String mark) {
        if (random.nextInt(30) == 0) {
            return (mark + "=1&").repeat(700);
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            String name = oneOf(PARAMETERS);
            String value = switch (random.nextInt(4)) {
                case 0 -> mark;
                case 1 -> Long.toString(random.nextInt(3) - 5_000L);
                default -> oneOf(VENOM);
            };
            // Waiting for a position that is to come is allowed, and slow: once in a while only.
            if (!name.equals("at") || !value.matches("\\d+") || random.nextInt(20) == 0) {
                all.add(name + "=" + percent(value));
            }
        }
        return all.isEmpty() ? "=" + mark : String.join("&", all);
    }

    private byte[] json(String mark) {
        String text = oneOf(JSON_VENOM);
        return (random.nextBoolean() ? text : text.replace("a", mark)).getBytes(UTF_8);
    }

    private byte[] nesting() {
        int depth = 500 + random.nextInt(20_000);
        return switch (random.nextInt(3)) {
            case 0 -> "[".repeat(depth).getBytes(UTF_8);
            case 1 -> ("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).getBytes(UTF_8);
            default -> ("{\"needs\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(UTF_8);
        };
    }

    /** Every field there is, with nothing in it that could be meant; a code is never right. */
    private byte[] fields(String mark) {
        List<String> names = List.of(
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
                "days",
                mark);
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i <= random.nextInt(6); i++) {
            json.append('"')
                    .append(oneOf(names))
                    .append(i)
                    .append("\":")
                    .append(quoted(oneOf(VENOM) + mark))
                    .append(',');
        }
        String value = switch (random.nextInt(5)) {
            case 0 -> "{\"x\":" + quoted(mark) + "}";
            case 1 -> "[" + quoted(mark) + ",[]]";
            case 2 -> "-1.5e300";
            default -> quoted(oneOf(VENOM) + mark);
        };
        return json.append('"')
                .append(oneOf(names))
                .append("\":")
                .append(value)
                .append("}")
                .toString()
                .getBytes(UTF_8);
    }

    private byte[] invalidUtf8(String mark) {
        byte[] bad = HexFormat.of()
                .parseHex(oneOf(
                        List.of("c328", "c0af", "eda080", "f8888080", "ff", "fe", "80", "e28128", "00", "f09f98")));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("{\"matter\":\"" + mark).getBytes(UTF_8));
        body.writeBytes(bad);
        body.writeBytes("\"}".getBytes(UTF_8));
        return body.toByteArray();
    }

    private byte[] form(String mark) {
        StringBuilder form = new StringBuilder(query(mark));
        if (random.nextBoolean()) {
            form.append("&_csrf=").append(Base64.getUrlEncoder().encodeToString(mark.getBytes(UTF_8)));
        }
        if (random.nextInt(10) == 0) {
            form.append("&words=").append("%ff%00".repeat(random.nextInt(200)));
        }
        return form.toString().getBytes(ISO_8859_1);
    }

    private Hostile headers(Sender sender, String mark) {
        StringBuilder head = head(sender, "GET", path(sender));
        switch (random.nextInt(22)) {
            case 14 -> head.append("Cookie: ").append("troth=1; ".repeat(80)).append("\r\n");
            case 15 ->
                head.append("Idempotency-Key: ")
                        .append(mark)
                        .append("\r\nIdempotency-Key: ")
                        .append(UUID.randomUUID())
                        .append("\r\n");
            case 16 ->
                head.append("Accept: text/csv, ")
                        .append("a/b;q=0.1,".repeat(400))
                        .append("\r\n");
            case 17 -> head.append("Accept: */*;q=9, ").append(mark).append("\r\nAccept: ;;,\r\n");
            case 18 ->
                head.append("Content-Encoding: gzip\r\nContent-Type: application/json\r\nAccept-Encoding: ")
                        .append(mark)
                        .append(";q=x, gzip;q=-1\r\nTE: trailers, ")
                        .append(mark)
                        .append("\r\n");
            case 19 ->
                head.append("If-None-Match: \"")
                        .append(mark)
                        .append("\r\nIf-Match: *, W/\"\r\nIf-Range: x\r\nRange: bytes=9999999999999999999-\r\n");
            case 20 ->
                head.append("Purpose-Of-Use: TREAT\r\nPurpose-Of-Use: ")
                        .append(mark)
                        .append("\r\n");
            case 21 ->
                head.append("X-Forwarded-For: ")
                        .append("1.2.3.4,".repeat(300))
                        .append("\r\nX-Forwarded-Port: 99999999\r\nX-Forwarded-Prefix: /")
                        .append(mark)
                        .append("\r\nReferer: http://")
                        .append(mark)
                        .append("\r\n");
            case 0 -> head.append("X-Long: ").append("a".repeat(20_000)).append("\r\n");
            case 1 ->
                head.append("X-Many: ")
                        .append(mark)
                        .append("\r\n".concat("X-Many: 1").repeat(120))
                        .append("\r\n");
            case 2 -> head.append("Host: ").append(mark).append(".invalid\r\n");
            case 3 ->
                head.append("X-Forwarded-Host: ")
                        .append(mark)
                        .append("\r\nX-Forwarded-Proto: https\r\nForwarded: host=")
                        .append(mark)
                        .append("\r\n");
            case 4 ->
                head.append(
                        "X-HTTP-Method-Override: DELETE\r\nX-Original-URL: /accounts\r\nX-Rewrite-URL: /rebuild\r\n");
            case 5 -> head.append("Cookie: troth=").append(mark).append("; troth=\"\u00e9; =; a\0=b\r\n");
            case 6 ->
                head.append("Authorization: Basic ")
                        .append(Base64.getEncoder().encodeToString(mark.getBytes(UTF_8)))
                        .append("\r\n");
            case 7 ->
                head.append("Authorization: Bearer ")
                        .append("x".repeat(random.nextInt(2000)))
                        .append("\r\n");
            case 8 ->
                head.append("Accept: ")
                        .append(oneOf(TYPES))
                        .append(";q=")
                        .append(mark)
                        .append("\r\nAccept-Charset: ")
                        .append(mark)
                        .append("\r\n");
            case 9 ->
                head.append("Accept-Language: ")
                        .append("xx-")
                        .append(mark)
                        .append(",".repeat(500))
                        .append("\r\n");
            case 10 ->
                head.append("Range: bytes=0-1,")
                        .append("1-2,".repeat(300))
                        .append("\r\nIf-Modified-Since: ")
                        .append(mark)
                        .append("\r\n");
            case 11 ->
                head.append("Expect: ")
                        .append(random.nextBoolean() ? "100-continue" : mark)
                        .append("\r\n");
            case 12 -> head.append("Purpose-Of-Use: ").append(mark).append("\r\n");
            default ->
                head.append("Upgrade: websocket\r\nOrigin: http://")
                        .append(mark)
                        .append("\r\nHX-Request: true\r\n folded: ")
                        .append(mark)
                        .append("\r\n");
        }
        return new Hostile("headers", mark, joined(head.append("\r\n"), null));
    }

    private Hostile lengths(Sender sender, String mark) {
        StringBuilder head = head(sender, "POST", path(sender)).append("Content-Type: application/json\r\n");
        byte[] body = ("{\"matter\":\"" + mark + "\"").getBytes(UTF_8);
        switch (random.nextInt(8)) {
            case 0 -> head.append("Content-Length: 104857600\r\n");
            case 1 -> head.append("Content-Length: -1\r\n");
            case 2 -> head.append("Content-Length: 99999999999999999999\r\n");
            case 3 -> head.append("Content-Length: ").append(mark).append("\r\n");
            case 4 -> head.append("Content-Length: 3\r\nContent-Length: 4\r\n");
            case 5 -> head.append("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n");
            case 6 -> head.append("Content-Length: 0x10\r\n");
            default -> {
                body = ("{\"matter\":\"" + mark.repeat(60_000) + "\"}").getBytes(UTF_8);
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
        }
        return new Hostile("lengths", mark, joined(head.append("\r\n"), body));
    }

    private Hostile chunks(Sender sender, String mark) {
        String encoding =
                oneOf(List.of("chunked", "Chunked", "gzip, chunked", "xchunked", "identity", "chunked, chunked", mark));
        StringBuilder head = head(sender, "POST", path(sender))
                .append("Content-Type: application/json\r\nTransfer-Encoding: ")
                .append(encoding)
                .append("\r\n\r\n");
        String body = oneOf(List.of(
                "5\r\n{\"a\":\r\n0\r\n\r\n",
                "zz\r\n" + mark + "\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "ffffffffffffffff\r\nx",
                "7fffffff\r\n{",
                "2;" + mark + "=" + "x".repeat(9000) + "\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}0\r\n\r\n",
                "1\r\n{\r\n0\r\n" + mark + ": " + "t".repeat(9000) + "\r\n\r\n",
                "0\r\n\r\nGET /" + mark + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "3\r\n\u00ff\u00fe\u00fd\r\n0\r\n\r\n"));
        return new Hostile("chunks", mark, joined(head, body.getBytes(ISO_8859_1)));
    }

    /** What is hardly HTTP any more. */
    private Hostile lines(Sender sender, String mark) {
        String path = path(sender);
        String text = switch (random.nextInt(14)) {
            case 0 -> "GET " + path + "\r\n\r\n";
            case 1 -> "GET " + path + " HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n";
            case 2 -> "GET " + path + " HTTP/2.0\r\nHost: 127.0.0.1\r\n\r\n";
            case 3 -> "GET " + path + " " + mark + "\r\n\r\n";
            case 4 -> "GET " + path + " HTTP/1.1\r\n\r\n";
            case 5 -> "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + mark + "\r\n\r\n";
            case 6 -> "GET  " + path + "  HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            case 7 -> "\r\n\r\n\r\nGET " + path + " HTTP/1.0\r\n\r\n";
            case 8 -> "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
            case 9 -> "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003" + mark;
            case 10 -> mark.repeat(900);
            case 11 -> "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:99999999\r\nConnection: close\r\n\r\n";
            case 12 -> "OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            default -> "GET " + path + " HTTP/1.1\nHost: 127.0.0.1\nConnection: close\nX: " + mark + "\n\n";
        };
        return new Hostile("lines", mark, text.getBytes(ISO_8859_1));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String quoted(String text) {
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
    private static String wire(String text) {
        return text.replaceAll("[\\r\\n]", "");
    }

    private static String percent(String text) {
        StringBuilder percent = new StringBuilder();
        for (byte each : text.getBytes(UTF_8)) {
            boolean plain = each >= '0' && each <= '9' || each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z';
            percent.append(plain ? (char) each : "%" + HexFormat.of().toHexDigits(each));
        }
        return percent.toString();
    }

    private static byte[] joined(StringBuilder head, byte @Nullable [] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(ISO_8859_1));
        if (body != null) {
            all.writeBytes(body);
        }
        return all.toByteArray();
    }
}
