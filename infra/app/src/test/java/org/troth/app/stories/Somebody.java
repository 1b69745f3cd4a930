package org.troth.app.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One account without a browser: reads pages in a sitting and answers of the API with its token. Follows no redirect. */
final class Somebody {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI origin;
    private final String name;
    private final String password;
    private final String token;
    private boolean sitting;

    /** @param token empty for a stranger, who signs in nowhere */
    Somebody(URI origin, String name, String password, String token) {
        this.origin = origin;
        this.name = name;
        this.password = password;
        this.token = token;
    }

    static Somebody stranger(URI origin) {
        return new Somebody(origin, "", "", "");
    }

    /** The same one at a browser. */
    Visitor signIn(Visitor visitor) {
        return visitor.signIn(name, password);
    }

    String token() {
        return token;
    }

    HttpResponse<String> page(String path) {
        if (!sitting && !token.isEmpty()) {
            signIn();
        }
        return send(HttpRequest.newBuilder(origin.resolve(path)).header("Accept", "text/html"));
    }

    /** Below {@code /api/v1}. */
    HttpResponse<String> answer(String path) {
        return send(bearing(HttpRequest.newBuilder(origin.resolve("/api/v1" + path))));
    }

    /** Acts below {@code /api/v1} and is not refused. */
    JsonNode act(String path, Map<String, ?> body) {
        return act(path, JSON.writeValueAsString(body));
    }

    JsonNode act(String path, String body) {
        HttpResponse<String> answer = send(bearing(HttpRequest.newBuilder(origin.resolve("/api/v1" + path)))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + " to POST " + Watch.withoutIds(path) + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** The status of an act below {@code /api/v1} that may be refused. */
    int attempt(String path, Map<String, ?> body) {
        return send(bearing(HttpRequest.newBuilder(origin.resolve("/api/v1" + path)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))))
                .statusCode();
    }

    private void signIn() {
        Matcher csrf = CSRF.matcher(
                send(HttpRequest.newBuilder(origin.resolve("/sign-in"))).body());
        if (!csrf.find()) {
            throw new AssertionError("no form to sign in with");
        }
        String form = "name=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(csrf.group(1));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(origin.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.headers().firstValue("Location").orElse("sign-in").contains("sign-in")) {
            throw new AssertionError("not signed in: " + answer.statusCode());
        }
        sitting = true;
    }

    private HttpRequest.Builder bearing(HttpRequest.Builder request) {
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }
}
