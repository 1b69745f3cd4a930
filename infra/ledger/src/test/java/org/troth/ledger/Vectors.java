package org.troth.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The known answers, section by section. */
final class Vectors {
    private static final JsonNode ALL = read();

    private Vectors() {}

    static Stream<JsonNode> section(String name) {
        return ALL.required(name).valueStream();
    }

    static JsonNode tree() {
        return ALL.required("tree");
    }

    static byte[] bytes(JsonNode of, String name) {
        return HexFormat.of().parseHex(of.required(name).stringValue());
    }

    static UUID id(JsonNode of, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(of, name));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static int number(JsonNode of, String name) {
        return of.required(name).intValue();
    }

    static String text(JsonNode of, String name) {
        return of.required(name).stringValue();
    }

    static FactDraft draft(JsonNode fact) {
        return new FactDraft(
                Category.of(number(fact, "category")),
                id(fact, "ledger_id"),
                id(fact, "event_id"),
                id(fact, "stream_id"),
                fact.required("stream_seq").longValue(),
                fact.required("recorded_ms").longValue(),
                text(fact, "type"),
                number(fact, "revision"),
                bytes(fact, "payload"),
                bytes(fact, "metadata"));
    }

    static TypeTags typeTags(JsonNode fact) {
        byte[] key = bytes(fact, "K_type");
        return (type, revision) -> KeyedMarks.typeTag(key, type, revision);
    }

    static SealedFact sealed(JsonNode fact) {
        return FactSeal.seal(draft(fact), id(fact, "key_id"), bytes(fact, "RK"), typeTags(fact), bytes(fact, "random"));
    }

    private static JsonNode read() {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/sealing.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
