package org.troth.app.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the product answered, down to the last byte. */
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    static Answer of(int status, HttpHeaders headers, byte[] body) {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers.map());
        return new Answer(status, sorted, body);
    }

    String text() {
        return new String(body, UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    String id() {
        return json().path("id").asString();
    }

    long position() {
        return json().path("position").asLong(-1);
    }

    String header(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    /** Everything that left: status, headers and body. */
    String whole() {
        StringBuilder whole = new StringBuilder().append(status).append('\n');
        headers.forEach((name, values) -> whole.append(name)
                .append(": ")
                .append(String.join(", ", values))
                .append('\n'));
        return whole.append('\n').append(text()).toString();
    }

    /** The same without what differs from request to request by intention: references, dates, and one-time tokens. */
    String comparable() {
        StringBuilder comparable = new StringBuilder().append(status).append('\n');
        headers.forEach((name, values) -> {
            if (!name.equalsIgnoreCase("date") && !name.equalsIgnoreCase("x-request-id")) {
                comparable
                        .append(name)
                        .append(": ")
                        .append(String.join(", ", values))
                        .append('\n');
            }
        });
        String bare = comparable.append('\n').append(text()).toString();
        return IDENTIFIER
                .matcher(bare)
                .replaceAll("#")
                .replaceAll("nonce-[A-Za-z0-9+/=_-]+", "nonce-#")
                .replaceAll("nonce=\"[^\"]*\"", "nonce=\"#\"")
                .replaceAll("(name=\"_csrf\" value=)\"[^\"]*\"", "$1\"#\"")
                .replaceAll("troth-form=[^;\\s]*", "troth-form=#");
    }

    Answer expect(int... allowed) {
        if (Arrays.stream(allowed).noneMatch(each -> each == status)) {
            throw new AssertionError("expected " + Arrays.toString(allowed) + " and was answered " + whole());
        }
        return this;
    }
}
