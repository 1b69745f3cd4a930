package org.troth.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A coordinator at a browser and at the API, one request after another over one connection. */
final class Coordinator {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI origin;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    Coordinator(URI origin, Path accounts) throws IOException {
        this.origin = origin;
        String all = Files.readString(accounts);
        this.token = found("(?m)^COORDINATOR +(troth_\\S+)$", all);
        signIn("coordinator", found("(?m)^\\S+ +name coordinator +password (\\S+)$", all));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the sample accounts are not written as expected");
        }
        return matcher.group(1);
    }

    private void signIn(String name, String password) throws IOException {
        Matcher csrf = CSRF.matcher(
                send(HttpRequest.newBuilder(origin.resolve("/sign-in")).build(), 200));
        if (!csrf.find()) {
            throw new IllegalStateException("the sign-in page has no form");
        }
        String form = "name=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(csrf.group(1));
        send(
                HttpRequest.newBuilder(origin.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                302);
    }

    /** Nanoseconds until the whole case page had arrived. */
    long casePage(UUID participant) throws IOException {
        return page("/participants/" + participant);
    }

    /** Nanoseconds until everything that was found had arrived. */
    long search(String term) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve("/api/v1/participants/search"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"term\":\"" + term + "\"}"))
                .build();
        long before = System.nanoTime();
        send(request, 200);
        return System.nanoTime() - before;
    }

    /** Nanoseconds until this page had arrived whole. */
    long page(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve(path)).build();
        long before = System.nanoTime();
        send(request, 200);
        return System.nanoTime() - before;
    }

    /** Nanoseconds until a new enquiry was answered as recorded. */
    long enquiry() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve("/api/v1/participants"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"matter\":\"housing\",\"language\":\"en\",\"words\":\"The letter says two weeks.\"}"))
                .build();
        long before = System.nanoTime();
        send(request, 201);
        return System.nanoTime() - before;
    }

    private String send(HttpRequest request, int expected) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected && !(expected == 302 && response.statusCode() == 303)) {
                throw new IllegalStateException(request.uri().getPath().replaceAll("[0-9a-f-]{36}", "{id}")
                        + " answered " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
