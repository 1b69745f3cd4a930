package org.troth.query.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One record as it was published, and what it can be found by. Served, it is what was imported: nothing is made up. */
record HsdsRecord(ObjectNode node) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final List<String> SEARCHED = List.of("name", "alternate_name", "description", "code");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final int DEEPEST = 40;

    /** An empty record where the text is none. */
    static HsdsRecord of(String text) {
        try {
            return new HsdsRecord(
                    JSON.readTree(text) instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
        } catch (JacksonException | ArithmeticException | NumberFormatException unreadable) {
            return new HsdsRecord(JsonNodeFactory.instance.objectNode());
        }
    }

    /** What a search goes through, in small letters; a place is also found by the words of its location. */
    String words() {
        return Stream.of(node, node.path("location"))
                .flatMap(each -> SEARCHED.stream().map(each::path))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT)
                .replace('\0', ' ');
    }

    /** The value of a property that is text; absent otherwise. */
    @Nullable
    String text(String property) {
        JsonNode value = node.path(property);
        return value.isString() ? value.stringValue() : null;
    }

    /** The identifiers of the taxonomy terms in its attributes. */
    TreeSet<String> terms() {
        return ids(termNodes().map(term -> term.path("id")));
    }

    /** The identifiers of the taxonomies that those terms belong to; of a term, its own. */
    TreeSet<String> taxonomies() {
        return ids(Stream.concat(termNodes(), Stream.of(node))
                .flatMap(term -> Stream.of(
                        term.path("taxonomy_detail").path("id"), term.path("taxonomy_id"), term.path("taxonomy"))));
    }

    private Stream<JsonNode> termNodes() {
        return node.path("attributes") instanceof ArrayNode attributes
                ? attributes.valueStream().map(each -> each.path("taxonomy_term"))
                : Stream.of();
    }

    /** Without spaces, since they are kept with spaces between them. */
    private static TreeSet<String> ids(Stream<JsonNode> values) {
        return values.filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(value -> value.length() <= 100 && value.chars().allMatch(c -> c > ' ' && c < 127))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The places at which this service is given. */
    List<HsdsRecord> places() {
        return node.path("service_at_locations") instanceof ArrayNode places
                ? places.valueStream()
                        .filter(ObjectNode.class::isInstance)
                        .map(each -> new HsdsRecord((ObjectNode) each))
                        .toList()
                : List.of();
    }

    /** The terms that stand anywhere in it, and after them the taxonomies that stand in those. */
    List<HsdsRecord> termsInside() {
        return inside("taxonomy_term");
    }

    List<HsdsRecord> taxonomiesInside() {
        return inside("taxonomy_detail");
    }

    private List<HsdsRecord> inside(String property) {
        List<HsdsRecord> found = new ArrayList<>();
        collect(node, property, found, 0);
        return found;
    }

    private static void collect(JsonNode node, String property, List<HsdsRecord> found, int deep) {
        if (deep > DEEPEST) {
            return;
        }
        if (node instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> {
                if (name.equals(property) && value instanceof ObjectNode record) {
                    found.add(new HsdsRecord(record));
                }
                collect(value, property, found, deep + 1);
            });
        } else {
            node.forEach(each -> collect(each, property, found, deep + 1));
        }
    }

    /** When its publisher last changed it, or else when it was listed here. */
    Instant modified(Instant listed) {
        JsonNode said = node.path("last_modified");
        if (!said.isString()) {
            return listed;
        }
        try {
            Instant modified = OffsetDateTime.parse(said.stringValue()).toInstant();
            return modified.isBefore(EARLIEST) || modified.isAfter(LATEST) ? listed : modified;
        } catch (DateTimeException other) {
            return listed;
        }
    }

    /** Only the fields that it has one of: no lists, also not inside the records it names. */
    ObjectNode brief() {
        return withoutLists(node);
    }

    private static ObjectNode withoutLists(ObjectNode whole) {
        ObjectNode brief = JsonNodeFactory.instance.objectNode();
        whole.forEachEntry((name, value) -> {
            if (value instanceof ObjectNode inner) {
                brief.set(name, withoutLists(inner));
            } else if (!(value instanceof ArrayNode)) {
                brief.set(name, value);
            }
        });
        return brief;
    }

    /** The same with this property, made by {@code make} from what it has. */
    HsdsRecord with(String property, Function<ObjectNode, @Nullable ObjectNode> make) {
        ObjectNode value = make.apply(node);
        if (value == null) {
            return this;
        }
        ObjectNode whole = node.deepCopy();
        whole.set(property, value);
        return new HsdsRecord(whole);
    }
}
