package org.troth.app.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the product as any program would: JSON over HTTP with a bearer token. An unexpected answer ends the story. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI root;

    Api(URI origin) {
        this.root = origin.resolve("/api/v1/");
    }

    /** What was answered; the identifier of what came about, if anything did. */
    record Done(String id, JsonNode body) {}

    Done post(@Nullable String token, String path, Map<String, ?> body) {
        return done(send(token, path, "POST", JSON.writeValueAsString(body), "application/json"), path);
    }

    Done post(String token, String path) {
        return post(token, path, Map.of());
    }

    /** Sends a file as it is. */
    Done upload(String token, String path, String json) {
        return done(send(token, path, "POST", json, "application/json"), path);
    }

    JsonNode get(String token, String path) {
        HttpResponse<String> answer = send(token, path, "GET", null, null);
        require(answer, path);
        return JSON.readTree(answer.body());
    }

    /** The same for what follows from an act a moment later: asks again, five seconds at most, as long as a rule says no. */
    JsonNode getSoon(String token, String path) {
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (attempt(token, path) == 409 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return get(token, path);
    }

    /** An act that waits for what follows from another: tried again, half a minute at most, as long as a rule says no. */
    Done postSoon(String token, String path, Map<String, ?> body) {
        String json = JSON.writeValueAsString(body);
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        HttpResponse<String> answer = send(token, path, "POST", json, "application/json");
        while (answer.statusCode() == 409 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            answer = send(token, path, "POST", json, "application/json");
        }
        return done(answer, path);
    }

    /** The status of an attempt that may be refused. */
    int attempt(String token, String path) {
        return send(token, path, "GET", null, null).statusCode();
    }

    private static Done done(HttpResponse<String> answer, String path) {
        require(answer, path);
        JsonNode body = answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        return new Done(body.path("id").asString(""), body);
    }

    private static void require(HttpResponse<String> answer, String path) {
        if (answer.statusCode() / 100 != 2) {
            String pattern = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
            throw new IllegalStateException(
                    "the demonstration met %d at %s: %s".formatted(answer.statusCode(), pattern, answer.body()));
        }
    }

    private HttpResponse<String> send(
            @Nullable String token, String path, String method, @Nullable String body, @Nullable String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demonstration was interrupted", e);
        }
    }
}
