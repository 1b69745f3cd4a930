package org.troth.command.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Phrase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The kinds of records that HSDS 3.0 knows, and what it asks of each, from {@code directory/hsds-3.0.tsv}: what passes here
 * validates against the published schemas. Properties that HSDS does not name may be anything.
 */
final class HsdsShape {

    private static final Map<String, HsdsShape> SHAPES = read();

    /** Written out, a number with a large exponent has no end. */
    private static final int MOST_DIGITS = 40;

    private final String kind;
    private final String table;
    private final Map<String, Property> properties = new LinkedHashMap<>();

    private HsdsShape(String kind, String table) {
        this.kind = kind;
        this.table = table;
    }

    /** What a property holds; {@code detail} is the kind of record inside, or the values that may be chosen. */
    private record Property(What what, String detail, boolean needed) {}

    private enum What {
        TEXT,
        NUMBER,
        CHOICE,
        LIST,
        RECORD,
        /** A record of which only what names it must be there. */
        ABRIDGED
    }

    private static Map<String, HsdsShape> read() {
        String table;
        try (InputStream file = HsdsShape.class.getResourceAsStream("/directory/hsds-3.0.tsv")) {
            table = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, HsdsShape> shapes = new LinkedHashMap<>();
        for (String line : table.lines().filter(each -> !each.startsWith("#")).toList()) {
            String[] cells = line.split("\t");
            if (cells[2].equals("table")) {
                shapes.put(cells[0], new HsdsShape(cells[0], cells[3]));
            } else {
                What what = What.valueOf(cells[2].toUpperCase(Locale.ROOT));
                Objects.requireNonNull(shapes.get(cells[0]))
                        .properties
                        .put(cells[1], new Property(what, cells[3], cells.length > 4));
            }
        }
        return shapes;
    }

    /** The kind of record that rows of this table are, or absent for a table that HSDS does not know. */
    static @Nullable String kindOf(String table) {
        return SHAPES.values().stream()
                .filter(shape -> shape.table.equals(table))
                .map(shape -> shape.kind)
                .findFirst()
                .orElse(null);
    }

    /** How HSDS calls the table of this kind of record, or absent for a kind that it does not know. */
    static @Nullable String tableOf(String kind) {
        HsdsShape shape = SHAPES.get(kind);
        return shape == null ? null : shape.table;
    }

    /**
     * Rows hold text where records hold numbers, and programs write numbers where text is asked for: the same value in the
     * form that HSDS gives it. What cannot be said in it stays, and is a fault of the record.
     */
    static void settle(String kind, ObjectNode row) {
        HsdsShape shape = SHAPES.get(kind);
        if (shape == null) {
            return;
        }
        for (Map.Entry<String, Property> each : shape.properties.entrySet()) {
            JsonNode value = row.get(each.getKey());
            if (value == null) {
                continue;
            }
            if (each.getValue().what() == What.NUMBER && value.isString()) {
                BigDecimal number = number(value.stringValue().strip());
                if (number != null) {
                    row.put(each.getKey(), number);
                }
            } else if (each.getValue().what() == What.TEXT && value.isNumber()) {
                BigDecimal number = value.decimalValue();
                if (number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS) {
                    row.put(each.getKey(), number.toPlainString());
                }
            }
        }
    }

    private static @Nullable BigDecimal number(String text) {
        return text.matches("[+-]?[0-9]{1,20}(\\.[0-9]{1,20})?") ? new BigDecimal(text) : null;
    }

    /**
     * Notes everything that the schemas would find; returns whether there was nothing.
     *
     * @param abridged whether what is needed may be missing, at the top of it
     */
    static boolean fits(String kind, ObjectNode node, boolean abridged, String where, Faults faults) {
        HsdsShape shape = SHAPES.get(kind);
        return shape == null || shape.fits(node, abridged, where, "", faults);
    }

    private boolean fits(ObjectNode node, boolean abridged, String where, String path, Faults faults) {
        boolean fits = true;
        for (Map.Entry<String, Property> each : properties.entrySet()) {
            JsonNode value = node.get(each.getKey());
            String field = path + each.getKey();
            if (value == null) {
                if (each.getValue().needed() && !abridged) {
                    faults.add(where, field, "required", Phrase.of("command.dispatch.needed"));
                    fits = false;
                }
            } else {
                fits &= fits(value, each.getValue(), where, field, faults);
            }
        }
        return fits;
    }

    private static boolean fits(JsonNode value, Property property, String where, String field, Faults faults) {
        return switch (property.what()) {
            case TEXT ->
                value.isString() || fault(faults, where, field, "text", Phrase.of("command.directory.wrong.text"));
            case NUMBER ->
                value.isNumber() || fault(faults, where, field, "number", Phrase.of("command.directory.wrong.number"));
            case CHOICE -> {
                Set<String> choices = Set.of(property.detail().split("\\|"));
                yield (value.isString() && choices.contains(value.stringValue()))
                        || fault(
                                faults,
                                where,
                                field,
                                "choice",
                                Phrase.of("command.directory.wrong.one-of", listed(property.detail())));
            }
            case RECORD, ABRIDGED ->
                value instanceof ObjectNode record
                        ? inside(property).fits(record, property.what() == What.ABRIDGED, where, field + ".", faults)
                        : fault(faults, where, field, "object", Phrase.of("command.directory.wrong.no-record"));
            case LIST ->
                value instanceof ArrayNode array
                        ? eachFits(array, inside(property), where, field, faults)
                        : fault(faults, where, field, "list", Phrase.of("command.directory.wrong.list"));
        };
    }

    private static HsdsShape inside(Property property) {
        return Objects.requireNonNull(SHAPES.get(property.detail()));
    }

    private static boolean eachFits(ArrayNode array, HsdsShape shape, String where, String field, Faults faults) {
        boolean fits = true;
        int number = 0;
        for (JsonNode each : array) {
            String place = field + "[" + number++ + "]";
            fits &= each instanceof ObjectNode record
                    ? shape.fits(record, false, where, place + ".", faults)
                    : fault(faults, where, place, "object", Phrase.of("command.directory.wrong.no-record"));
        }
        return fits;
    }

    private static boolean fault(Faults faults, String where, String field, String rule, Phrase words) {
        faults.add(where, field, rule, words);
        return false;
    }

    private static String listed(String choices) {
        List<String> each = Arrays.asList(choices.split("\\|"));
        return String.join(", ", each);
    }

    /** The same without properties that say null, which is how some programs say that there is nothing. */
    static JsonNode withoutNothing(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            object.forEachEntry((name, value) -> {
                if (!value.isNull()) {
                    whole.set(name, withoutNothing(value));
                }
            });
            return whole;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode whole = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> whole.add(withoutNothing(each)));
            return whole;
        }
        return node;
    }
}
