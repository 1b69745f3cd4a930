package org.troth.command.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.command.directory.HsdsRecord.Organisation;
import org.troth.command.directory.HsdsRecord.Other;
import org.troth.command.directory.HsdsRecord.Service;
import org.troth.command.directory.HsdsRecord.Standing;
import org.troth.command.dispatch.Phrase;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads published HSDS 3.0 files: single records, lists, pages of an API, tables as JSON or CSV. Reads everything before
 * it answers, and answers nothing unless everything is right.
 */
final class HsdsReader {

    private static final int MOST_RECORDS = 2_000;
    private static final int MOST_CHARACTERS = 32 << 20;
    private static final int DEEPEST = 40;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(100_000)
                            .maxNameLength(200)
                            .maxNumberLength(50)
                            .maxTokenCount(2_000_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Properties that only a term of a taxonomy has. */
    private static final Set<String> OF_TERMS =
            Set.of("taxonomy", "taxonomy_id", "taxonomy_detail", "term_uri", "code", "parent_id");

    private final Faults faults = new Faults();
    private final HsdsCheck check = new HsdsCheck(faults);
    private final HsdsTables tables = new HsdsTables(faults);
    private final Map<UUID, Organisation> organisations = new LinkedHashMap<>();
    private final Map<UUID, Service> services = new LinkedHashMap<>();
    private final Map<String, Other> others = new LinkedHashMap<>();
    private long characters;

    private HsdsReader() {}

    /**
     * What the files hold.
     *
     * @param others records of other kinds that were published for themselves, or that belong to nothing in the files
     */
    record Content(String format, List<Organisation> organisations, List<Service> services, List<Other> others) {}

    /** Throws {@link org.troth.command.dispatch.Invalid} with everything that is wrong. */
    static Content read(List<SourceFile> files) {
        HsdsReader reader = new HsdsReader();
        boolean csv = files.stream().anyMatch(SourceFile::isCsv);
        for (SourceFile file : files) {
            if (file.isCsv()) {
                reader.tables.read(file);
            } else if (!file.name().equals("datapackage.json")) {
                // That one describes the tables, and is no record.
                reader.json(file);
            }
        }
        reader.tables();
        if (reader.faults.isEmpty() && reader.size() == 0) {
            reader.faults.add("file", "", "nothing", Phrase.of("command.directory.wrong.nothing"));
        }
        reader.faults.check();
        return new Content(
                csv ? "hsds-3.0-csv" : "hsds-3.0-json",
                List.copyOf(reader.organisations.values()),
                List.copyOf(reader.services.values()),
                List.copyOf(reader.others.values()));
    }

    private void json(SourceFile file) {
        try {
            walk(
                    HsdsShape.withoutNothing(JSON.readTree(file.text())),
                    file.place(),
                    Standing.ITSELF,
                    null,
                    file.folder());
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            faults.add(
                    line > 0 ? file.place() + " line " + line : file.place(),
                    "",
                    "json",
                    Phrase.of("command.directory.wrong.json"));
        } catch (ArithmeticException | NumberFormatException endless) {
            // What the parser throws for an exponent that no number of its own can have.
            faults.add(file.place(), "", "number", HsdsCheck.NO_NUMBER);
        }
    }

    private void walk(JsonNode node, String where, Standing standing, @Nullable UUID around, String folder) {
        if (node instanceof ArrayNode array) {
            int number = 0;
            for (JsonNode each : array) {
                walk(each, where + "[" + number++ + "]", standing, around, folder);
            }
        } else if (!(node instanceof ObjectNode object)) {
            faults.add(where, "", "object", Phrase.of("command.directory.wrong.no-record"));
        } else if (object.get("contents") instanceof ArrayNode contents) {
            walk(contents, where, standing, around, folder);
        } else if (object.propertyNames().stream().anyMatch(name -> name.endsWith(".csv"))) {
            object.forEachEntry((name, rows) -> {
                if (name.endsWith(".csv")) {
                    tables.read(where + " " + SourceFile.placeOf(name), name.substring(0, name.length() - 4), rows);
                }
            });
        } else if (isService(object) || around != null) {
            service(object, where, standing, around);
        } else if (isPlaceOfService(object)) {
            placeOfService(object, where);
        } else if (object.has("location_type")) {
            other(object, "location", where);
        } else if (folder.equals("taxonomy_terms") || OF_TERMS.stream().anyMatch(object::has)) {
            other(object, "taxonomy_term", where);
        } else if (folder.equals("taxonomies") || (object.has("version") && object.has("id"))) {
            other(object, "taxonomy", where);
        } else if (!describesAnApi(object)) {
            organisation(object, where, standing);
        }
    }

    private static boolean isService(ObjectNode node) {
        return node.has("status")
                || node.has("organization")
                || (node.has("organization_id") && !node.has("location_type"));
    }

    private static boolean isPlaceOfService(ObjectNode node) {
        return node.get("service") instanceof ObjectNode
                || (node.has("service_id") && (node.has("location_id") || node.has("location")));
    }

    /** What an API says of itself at its root. */
    private static boolean describesAnApi(ObjectNode node) {
        return node.has("version") && !node.has("id");
    }

    /** The service is a record of its own; where it is given stays with the place. */
    private void placeOfService(ObjectNode node, String where) {
        ObjectNode alone = node.deepCopy();
        if (alone.remove("service") instanceof ObjectNode service) {
            service(service, where + ".service", Standing.MENTIONED, null);
            JsonNode id = service.get("id");
            if (id != null && !alone.has("service_id")) {
                alone.set("service_id", id);
            }
        }
        other(alone, "service_at_location", where);
    }

    private void other(ObjectNode node, String kind, String where) {
        Other other = check.other(node, kind, where);
        if (other != null) {
            keep(others, kind + "/" + other.id(), other);
        }
    }

    private void organisation(ObjectNode node, String where, Standing standing) {
        // Its services are records of their own.
        ObjectNode alone = node.deepCopy();
        JsonNode held = alone.remove("services");
        Organisation organisation = check.organisation(alone, where, standing);
        if (organisation != null) {
            keep(organisations, organisation.id(), organisation);
            if (held instanceof ArrayNode) {
                walk(
                        held,
                        where + ".services",
                        standing == Standing.ITSELF ? Standing.HELD : standing,
                        organisation.id(),
                        "");
            }
        }
    }

    private void service(ObjectNode node, String where, Standing standing, @Nullable UUID around) {
        Service service = check.service(node, where, standing, around);
        if (service != null) {
            keep(services, service.id(), service);
        }
        if (node.get("organization") instanceof ObjectNode organisation) {
            organisation(organisation, where + ".organization", Standing.MENTIONED);
        }
    }

    private void tables() {
        if (!tables.isEmpty()) {
            faults.check();
        }
        for (HsdsTables.Row row : tables.organisations()) {
            organisation(row.fields(), row.where(), Standing.ITSELF);
        }
        for (HsdsTables.Row row : tables.services()) {
            service(row.fields(), row.where(), Standing.ITSELF, null);
        }
        for (HsdsTables.Loose row : tables.loose()) {
            other(row.row().fields(), row.kind(), row.row().where());
        }
    }

    private int size() {
        return organisations.size() + services.size() + others.size();
    }

    /** The record that stands for itself wins over one inside another; two that differ are a fault. */
    private <K, R extends HsdsRecord> void keep(Map<K, R> kept, K key, R record) {
        R before = kept.get(key);
        if (before == null || record.standing().compareTo(before.standing()) < 0) {
            kept.put(key, record);
        } else if (record.standing() == Standing.ITSELF && !before.text().equals(record.text())) {
            faults.add(record.where(), "id", "twice", Phrase.of("command.directory.wrong.twice", before.where()));
        }
        if (size() > MOST_RECORDS) {
            faults.add(
                    record.where(),
                    "",
                    "too-many",
                    Phrase.of("command.directory.wrong.most-records", Integer.toString(MOST_RECORDS)));
            faults.check();
        }
        characters += record.text().length();
        if (characters > MOST_CHARACTERS) {
            faults.add("file", "", "too-big", Phrase.of("command.directory.wrong.most-characters"));
            faults.check();
        }
    }
}
