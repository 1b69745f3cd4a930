package org.troth.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One example of every request and answer of the API, with invented words; kept in a file beside the templates. */
final class OpenApiExamples {

    private static final String FILE = "/openapi/examples.json";

    private final Map<String, Map<String, Object>> all;

    private OpenApiExamples(Map<String, Map<String, Object>> all) {
        this.all = all;
    }

    static OpenApiExamples read() {
        try (InputStream in = Objects.requireNonNull(OpenApiExamples.class.getResourceAsStream(FILE))) {
            return new OpenApiExamples(JsonMapper.builder().build().readValue(in, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param which method and path, such as {@code POST /api/v1/participants} */
    Optional<Object> request(String which) {
        return Optional.ofNullable(part(which, "request"));
    }

    Optional<Object> answer(String which) {
        return Optional.ofNullable(part(which, "answer"));
    }

    Object problem() {
        return Objects.requireNonNull(part("problem", "answer"));
    }

    Object unavailable() {
        return Objects.requireNonNull(part("unavailable", "answer"));
    }

    private @Nullable Object part(String which, String part) {
        Map<String, Object> example = all.get(which);
        return example == null ? null : example.get(part);
    }
}
