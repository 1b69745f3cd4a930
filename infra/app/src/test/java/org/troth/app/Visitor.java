package org.troth.app;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a plain browser: keeps cookies, sends forms with their hidden fields, or shows a token. */
final class Visitor {

    private static final Pattern HIDDEN = Pattern.compile("name=\"([A-Za-z_]+)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI origin;

    Visitor(URI origin) {
        this.origin = origin;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> withToken(String token, String path) throws IOException, InterruptedException {
        return get(path, "Authorization", "Bearer " + token);
    }

    HttpResponse<String> postJson(String path, String json, String... headers)
            throws IOException, InterruptedException {
        return post(path, json, "application/json", headers);
    }

    HttpResponse<String> post(String path, String body, String type, String... headers)
            throws IOException, InterruptedException {
        return send(
                request(path, headers).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Opens the page, fills its first form in and sends it to this address. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        String html = get(page, headers).body();
        StringBuilder form = new StringBuilder(fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")));
        Matcher hidden = HIDDEN.matcher(html);
        while (hidden.find()) {
            if (hidden.group(1).equals("_csrf") || hidden.group(1).equals("idempotencyKey")) {
                form.append('&').append(encoded(hidden.group(1))).append('=').append(encoded(hidden.group(2)));
            }
        }
        return send(request(action, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
