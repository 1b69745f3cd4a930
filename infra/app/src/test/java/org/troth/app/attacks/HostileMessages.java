package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.app.attacks.HostileRequests.Hostile;
import org.troth.app.attacks.HostileRequests.Sender;

/** What goes over the wire: whole requests, and those whose heads, lengths, chunks or lines are not as HTTP has them. */
final class HostileMessages {

    private final Random random;

    HostileMessages(Random random) {
        this.random = random;
    }

    Hostile request(
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
        return new Hostile(kind, mark, Wire.joined(head.append("\r\n"), body));
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
                    .append(random.nextBoolean() ? UUID.randomUUID() : Wire.line(Venom.oneOf(random, Venom.TEXTS)))
                    .append("\r\n");
        }
        return head;
    }

    Hostile headers(Sender sender, String path, String mark) {
        StringBuilder head = head(sender, "GET", path);
        int which = random.nextInt(22);
        if (which < 14) {
            ordinary(head, which, mark);
        } else {
            unusual(head, which, mark);
        }
        return new Hostile("headers", mark, Wire.joined(head.append("\r\n"), null));
    }

    /** What browsers and programs send as well, with something in it that they do not. */
    private void ordinary(StringBuilder head, int which, String mark) {
        switch (which) {
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
                        .append(Venom.oneOf(random, Venom.TYPES))
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
    }

    /** What hardly anybody sends. */
    private void unusual(StringBuilder head, int which, String mark) {
        switch (which) {
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
            default ->
                head.append("X-Forwarded-For: ")
                        .append("1.2.3.4,".repeat(300))
                        .append("\r\nX-Forwarded-Port: 99999999\r\nX-Forwarded-Prefix: /")
                        .append(mark)
                        .append("\r\nReferer: http://")
                        .append(mark)
                        .append("\r\n");
        }
    }

    Hostile lengths(Sender sender, String path, String mark) {
        StringBuilder head = head(sender, "POST", path).append("Content-Type: application/json\r\n");
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
        return new Hostile("lengths", mark, Wire.joined(head.append("\r\n"), body));
    }

    Hostile chunks(Sender sender, String path, String mark) {
        String encoding = Venom.oneOf(
                random,
                List.of("chunked", "Chunked", "gzip, chunked", "xchunked", "identity", "chunked, chunked", mark));
        StringBuilder head = head(sender, "POST", path)
                .append("Content-Type: application/json\r\nTransfer-Encoding: ")
                .append(encoding)
                .append("\r\n\r\n");
        String body = Venom.oneOf(
                random,
                List.of(
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
        return new Hostile("chunks", mark, Wire.joined(head, body.getBytes(ISO_8859_1)));
    }

    /** What is hardly HTTP any more. */
    Hostile lines(String path, String mark) {
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
}
