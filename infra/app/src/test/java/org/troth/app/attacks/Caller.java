package org.troth.app.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who asks: with a bearer token, with a browser's cookies, or as a stranger. Follows no redirect. */
final class Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI origin;
    private final @Nullable String token;
    private final List<String> always;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Caller(URI origin, @Nullable String token, String... always) {
        this.origin = origin;
        this.token = token;
        this.always = List.of(always);
    }

    /** Somebody whose requests come through the proxy of a production installation. */
    static Caller behindProxy(URI origin, String host, @Nullable String token) {
        return new Caller(
                origin, token, "X-Forwarded-Proto", "https", "X-Forwarded-Host", host, "X-Forwarded-Port", "443");
    }

    static Caller program(URI origin, String token) {
        return new Caller(origin, token);
    }

    static Caller stranger(URI origin) {
        return new Caller(origin, null);
    }

    /** A browser, signed in. */
    static Caller browser(URI origin, String name, String password) {
        Caller browser = new Caller(origin, null);
        Answer answer = browser.signIn(name, password);
        if (answer.status() != 303 || answer.header("Location").contains("sign-in")) {
            throw new AssertionError("not signed in: " + answer.whole());
        }
        return browser;
    }

    Answer signIn(String name, String password) {
        return form("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Below {@code /api/v1}. */
    Answer post(String path, Map<String, ?> body) {
        return post(path, body, UUID.randomUUID());
    }

    Answer post(String path, Map<String, ?> body, UUID key) {
        return send(
                "POST",
                "/api/v1" + path,
                JSON.writeValueAsBytes(body),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key.toString());
    }

    /** Sends a form as a browser does: the page first, for its token, then the fields. */
    Answer form(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", csrf(page));
        String body = all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    String csrf(String page) {
        Matcher found = CSRF.matcher(get(page).text());
        return found.find() ? found.group(1) : "";
    }

    Answer send(String method, String path, byte @Nullable [] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        for (int i = 0; i < always.size(); i += 2) {
            request.header(always.get(i), always.get(i + 1));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            keep(response.headers().allValues("Set-Cookie"));
            return Answer.of(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(List<String> set) {
        for (String each : set) {
            String pair = each.split(";", 2)[0];
            int at = pair.indexOf('=');
            cookies.put(pair.substring(0, at), pair.substring(at + 1));
        }
    }

    /** The cookies as they are sent. */
    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
