package org.troth.command.directory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.troth.command.dispatch.Phrase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tabular form of HSDS: one table to a file, put together again into the records that the JSON form has. */
final class HsdsTables {

    private static final int MOST_ROWS = 50_000;

    /** Rows that hang on others may be shared by many; this bounds what a small file can grow to. */
    private static final int MOST_JOINED = 200_000;

    private static final Map<String, List<String>> HANG_ON = Map.of(
            "service_id",
            List.of(
                    "phones",
                    "schedules",
                    "service_areas",
                    "languages",
                    "funding",
                    "cost_options",
                    "required_documents",
                    "contacts"),
            "location_id",
            List.of("languages", "addresses", "contacts", "accessibility", "phones", "schedules"),
            "organization_id",
            List.of("funding", "contacts", "phones", "programs", "organization_identifiers", "locations"),
            "service_at_location_id",
            List.of("contacts", "phones", "schedules"),
            "contact_id",
            List.of("phones"),
            "phone_id",
            List.of("languages"));

    /** Those whose rows hold rows of others: what hangs on them is not left over. */
    private static final List<String> HOLD_OTHERS = List.of(
            "service_at_location", "locations", "programs", "contacts", "phones", "attributes", "taxonomy_terms");

    private static final Pattern TABLE = Pattern.compile("[a-z][a-z_]{0,39}");

    /** How many values one row may hold: rows are copied to wherever they hang. */
    private static final int MOST_IN_ROW = 1_000;

    private final Faults faults;
    private final Map<String, List<Row>> tables = new LinkedHashMap<>();
    private final Map<String, Map<String, List<ObjectNode>>> indexes = new HashMap<>();
    private final Set<ObjectNode> held = Collections.newSetFromMap(new IdentityHashMap<>());
    private int rows;
    private int joined;

    HsdsTables(Faults faults) {
        this.faults = faults;
    }

    /** A row and its place in the file. */
    record Row(String where, ObjectNode fields) {}

    /** A row that belongs to no organisation and no service of the file, and the kind of record that it is. */
    record Loose(String kind, Row row) {}

    /** Reads one file; its name is the table's. */
    void read(SourceFile file) {
        String table = file.name().substring(0, file.name().length() - ".csv".length());
        long line = 1;
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(file.text())) {
            for (NamedCsvRecord record : csv) {
                line = record.getStartingLineNumber();
                if (record.getFieldCount() != record.getHeader().size()) {
                    faults.add(file.place() + " line " + line, "", "csv", Phrase.of("command.directory.wrong.fields"));
                    continue;
                }
                ObjectNode fields = JsonNodeFactory.instance.objectNode();
                record.getFieldsAsMap().forEach((name, value) -> {
                    if (!value.isBlank()) {
                        fields.put(name.strip(), value);
                    }
                });
                add(table, new Row(file.place() + " line " + line, fields));
            }
        } catch (CsvParseException | IllegalArgumentException | IllegalStateException broken) {
            faults.add(file.place() + " after line " + line, "", "csv", Phrase.of("command.directory.wrong.csv"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Takes a table in its JSON form. */
    void read(String where, String table, JsonNode values) {
        int number = 0;
        for (JsonNode value : values) {
            String place = where + "[" + number++ + "]";
            if (value instanceof ObjectNode fields) {
                add(table, new Row(place, fields));
            } else {
                faults.add(place, "", "object", Phrase.of("command.directory.wrong.no-record"));
            }
        }
    }

    private void add(String table, Row row) {
        if (!TABLE.matcher(table).matches()) {
            faults.add(row.where(), "", "table", Phrase.of("command.directory.wrong.no-table"));
            return;
        }
        String kind = HsdsShape.kindOf(table);
        String called = kind == null ? HsdsShape.tableOf(table) : null;
        if (called != null) {
            faults.add(row.where(), "", "table", Phrase.of("command.directory.wrong.called", called));
            return;
        }
        if (size(row.fields(), MOST_IN_ROW) > MOST_IN_ROW) {
            faults.add(row.where(), "", "too-long", Phrase.of("command.directory.wrong.row"));
            return;
        }
        if (kind != null) {
            // Here, where its place is known; what is put together of rows that fit fits too.
            HsdsShape.settle(kind, row.fields());
            HsdsShape.fits(kind, row.fields(), false, row.where(), faults);
        }
        if (++rows > MOST_ROWS) {
            faults.add(
                    row.where(),
                    "",
                    "too-many",
                    Phrase.of("command.directory.wrong.most-rows", Integer.toString(MOST_ROWS)));
            faults.check();
        }
        tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
    }

    private static int size(JsonNode node, int enough) {
        int size = 1;
        for (JsonNode each : node) {
            size += size(each, enough - size);
            if (size > enough) {
                return size;
            }
        }
        return size;
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    /** The organisations, each with what belongs to it. */
    List<Row> organisations() {
        return table("organizations").stream()
                .map(row -> {
                    ObjectNode whole = row.fields().deepCopy();
                    hang(whole, "organization_id");
                    within(whole, "locations", location -> hang(location, "location_id"));
                    return new Row(row.where(), whole);
                })
                .toList();
    }

    /** The services, each with what belongs to it. */
    List<Row> services() {
        return table("services").stream()
                .map(row -> {
                    ObjectNode whole = row.fields().deepCopy();
                    hang(whole, "service_id");
                    one(whole, "program", "programs", "program_id");
                    places(whole);
                    return new Row(row.where(), whole);
                })
                .toList();
    }

    /** What is left when {@link #organisations} and {@link #services} have taken what belongs to them. */
    List<Loose> loose() {
        Set<String> names = new LinkedHashSet<>(HOLD_OTHERS);
        names.addAll(tables.keySet());
        names.removeAll(Set.of("organizations", "services"));
        List<Loose> loose = new ArrayList<>();
        for (String table : names) {
            String kind = HsdsShape.kindOf(table);
            for (Row row : table(table)) {
                if (!held.contains(row.fields())) {
                    loose.add(new Loose(kind == null ? table : kind, alone(table, row)));
                }
            }
        }
        return loose;
    }

    /** With what hangs on it, where that is held by nothing else either. */
    private Row alone(String table, Row row) {
        ObjectNode whole = row.fields().deepCopy();
        switch (table) {
            case "service_at_location" -> place(whole);
            case "locations" -> hang(whole, "location_id");
            case "contacts" -> hang(whole, "contact_id");
            case "phones" -> hang(whole, "phone_id");
            case "attributes" -> term(whole);
            case "taxonomy_terms" -> one(whole, "taxonomy_detail", "taxonomies", "taxonomy_id");
            default -> marks(whole);
        }
        return new Row(row.where(), whole);
    }

    private void places(ObjectNode service) {
        attach(service, "service_at_locations", "service_at_location", "service_id", text(service, "id"));
        within(service, "service_at_locations", this::place);
    }

    private void place(ObjectNode place) {
        one(place, "location", "locations", "location_id");
        if (place.get("location") instanceof ObjectNode location) {
            hang(location, "location_id");
        }
        hang(place, "service_at_location_id");
    }

    /** Everything whose column names this record, and what hangs on that. */
    private void hang(ObjectNode whole, String column) {
        String id = text(whole, "id");
        for (String table : HANG_ON.getOrDefault(column, List.of())) {
            attach(whole, table, table, column, id);
        }
        if (!column.equals("contact_id") && !column.equals("phone_id")) {
            within(whole, "contacts", contact -> hang(contact, "contact_id"));
        }
        if (!column.equals("phone_id")) {
            within(whole, "phones", phone -> hang(phone, "phone_id"));
        }
        marks(whole);
    }

    /** Its attributes, each with its term, and what is told of it. */
    private void marks(ObjectNode whole) {
        String id = text(whole, "id");
        attach(whole, "attributes", "attributes", "link_id", id);
        within(whole, "attributes", this::term);
        attach(whole, "metadata", "metadata", "resource_id", id);
    }

    private void term(ObjectNode attribute) {
        one(attribute, "taxonomy_term", "taxonomy_terms", "taxonomy_term_id");
        if (attribute.get("taxonomy_term") instanceof ObjectNode term) {
            one(term, "taxonomy_detail", "taxonomies", "taxonomy_id");
        }
    }

    private static void within(ObjectNode whole, String property, Consumer<ObjectNode> each) {
        if (whole.get(property) instanceof ArrayNode array) {
            array.forEach(inner -> {
                if (inner instanceof ObjectNode object) {
                    each.accept(object);
                }
            });
        }
    }

    private void attach(ObjectNode whole, String property, String table, String column, @Nullable String id) {
        List<ObjectNode> found = by(table, column, id);
        if (!found.isEmpty()) {
            join(found.size());
            ArrayNode array = whole.putArray(property);
            found.forEach(each -> {
                held.add(each);
                array.add(each.deepCopy());
            });
        }
    }

    private void join(int more) {
        joined += more;
        if (joined > MOST_JOINED) {
            faults.add("file", "", "too-many", Phrase.of("command.directory.wrong.rows-hang"));
            faults.check();
        }
    }

    private void one(ObjectNode whole, String property, String table, String column) {
        by(table, "id", text(whole, column)).stream().findFirst().ifPresent(found -> {
            join(1);
            held.add(found);
            whole.set(property, found.deepCopy());
        });
    }

    private List<ObjectNode> by(String table, String column, @Nullable String id) {
        if (id == null) {
            return List.of();
        }
        return indexes.computeIfAbsent(table + "." + column, key -> index(table, column))
                .getOrDefault(id, List.of());
    }

    private Map<String, List<ObjectNode>> index(String table, String column) {
        Map<String, List<ObjectNode>> index = new HashMap<>();
        for (Row row : table(table)) {
            String value = text(row.fields(), column);
            if (value != null) {
                index.computeIfAbsent(value, key -> new ArrayList<>()).add(row.fields());
            }
        }
        return index;
    }

    private List<Row> table(String name) {
        return tables.getOrDefault(name, List.of());
    }

    private static @Nullable String text(ObjectNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isString() ? value.stringValue() : null;
    }
}
