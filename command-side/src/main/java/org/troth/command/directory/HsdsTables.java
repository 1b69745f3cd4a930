package org.troth.command.directory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tabular form of HSDS: one table to a file, put together again into the records that the JSON form has. */
final class HsdsTables {

    private static final int MOST_ROWS = 50_000;

    /** Rows that hang on others may be shared by many; this bounds what a small file can grow to. */
    private static final int MOST_JOINED = 200_000;

    private static final List<String> OF_SERVICE = List.of(
            "phones",
            "schedules",
            "service_areas",
            "languages",
            "funding",
            "cost_options",
            "required_documents",
            "contacts");
    private static final List<String> OF_LOCATION =
            List.of("languages", "addresses", "contacts", "accessibility", "phones", "schedules");
    private static final List<String> OF_ORGANISATION =
            List.of("funding", "contacts", "phones", "programs", "organization_identifiers", "locations");

    private final Faults faults;
    private final Map<String, List<Row>> tables = new HashMap<>();
    private final Map<String, Map<String, List<ObjectNode>>> indexes = new HashMap<>();
    private int rows;
    private int joined;

    HsdsTables(Faults faults) {
        this.faults = faults;
    }

    /** A row and its place in the file. */
    record Row(String where, ObjectNode fields) {}

    /** Reads one file; its name is the table's. */
    void read(SourceFile file) {
        String table = file.name().substring(0, file.name().length() - ".csv".length());
        long line = 1;
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().skipEmptyLines(true).ofNamedCsvRecord(file.text())) {
            for (NamedCsvRecord record : csv) {
                line = record.getStartingLineNumber();
                if (record.getFieldCount() != record.getHeader().size()) {
                    faults.add(
                            file.place() + " line " + line,
                            "",
                            "csv",
                            "This row has not as many fields as the header.");
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
            faults.add(file.place() + " after line " + line, "", "csv", "What follows cannot be read as CSV.");
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
                faults.add(place, "", "object", "This is no record.");
            }
        }
    }

    private void add(String table, Row row) {
        if (++rows > MOST_ROWS) {
            faults.add(row.where(), "", "too-many", "At most " + MOST_ROWS + " rows in all.");
            faults.check();
        }
        tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
    }

    boolean isEmpty() {
        return tables.isEmpty();
    }

    /** The organisations, each with what belongs to it. */
    List<Row> organisations() {
        return table("organizations").stream()
                .map(row -> {
                    ObjectNode whole = row.fields().deepCopy();
                    String id = text(whole, "id");
                    OF_ORGANISATION.forEach(table -> attach(whole, table, table, "organization_id", id));
                    attach(whole, "metadata", "metadata", "resource_id", id);
                    return new Row(row.where(), whole);
                })
                .toList();
    }

    /** The services, each with what belongs to it. */
    List<Row> services() {
        return table("services").stream()
                .map(row -> {
                    ObjectNode whole = row.fields().deepCopy();
                    String id = text(whole, "id");
                    OF_SERVICE.forEach(table -> attach(whole, table, table, "service_id", id));
                    attach(whole, "attributes", "attributes", "link_id", id);
                    attach(whole, "metadata", "metadata", "resource_id", id);
                    one(whole, "program", "programs", text(whole, "program_id"));
                    places(whole, id);
                    return new Row(row.where(), whole);
                })
                .toList();
    }

    private void places(ObjectNode service, @Nullable String id) {
        List<ObjectNode> places = by("service_at_location", "service_id", id);
        if (places.isEmpty()) {
            return;
        }
        join(places.size());
        ArrayNode whole = service.putArray("service_at_locations");
        for (ObjectNode place : places) {
            ObjectNode copy = place.deepCopy();
            one(copy, "location", "locations", text(place, "location_id"));
            if (copy.get("location") instanceof ObjectNode location) {
                String there = text(location, "id");
                OF_LOCATION.forEach(table -> attach(location, table, table, "location_id", there));
            }
            whole.add(copy);
        }
    }

    private void attach(ObjectNode whole, String property, String table, String column, @Nullable String id) {
        List<ObjectNode> found = by(table, column, id);
        if (!found.isEmpty()) {
            join(found.size());
            ArrayNode array = whole.putArray(property);
            found.forEach(each -> array.add(each.deepCopy()));
        }
    }

    private void join(int more) {
        joined += more;
        if (joined > MOST_JOINED) {
            faults.add("file", "", "too-many", "Too many rows hang on others.");
            faults.check();
        }
    }

    private void one(ObjectNode whole, String property, String table, @Nullable String id) {
        by(table, "id", id).stream().findFirst().ifPresent(found -> whole.set(property, found.deepCopy()));
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
