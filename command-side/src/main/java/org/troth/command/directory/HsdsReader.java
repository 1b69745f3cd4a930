package org.troth.command.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.command.directory.HsdsRecord.Organisation;
import org.troth.command.directory.HsdsRecord.Service;
import org.troth.command.directory.HsdsRecord.Standing;
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

    /** Properties that no organisation has: with one of them a record is of another kind. */
    private static final Set<String> OF_OTHERS = Set.of(
            "version", "taxonomy", "taxonomy_id", "term_uri", "code", "parent_id", "location_type", "openapi_url");

    private final Faults faults = new Faults();
    private final HsdsCheck check = new HsdsCheck(faults);
    private final HsdsTables tables = new HsdsTables(faults);
    private final Map<UUID, Organisation> organisations = new LinkedHashMap<>();
    private final Map<UUID, Service> services = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private long characters;

    private HsdsReader() {}

    /**
     * What the files hold.
     *
     * @param leftOut places of records of other kinds, which the directory does not keep on their own
     */
    record Content(String format, List<Organisation> organisations, List<Service> services, List<String> leftOut) {}

    /** Throws {@link org.troth.command.dispatch.Invalid} with everything that is wrong. */
    static Content read(List<SourceFile> files) {
        HsdsReader reader = new HsdsReader();
        boolean csv = files.stream().anyMatch(SourceFile::isCsv);
        for (SourceFile file : files) {
            if (file.isCsv()) {
                reader.tables.read(file);
            } else if (file.name().equals("datapackage.json") || file.folder().startsWith("taxonom")) {
                reader.leftOut.add(file.path());
            } else {
                reader.json(file);
            }
        }
        reader.tables();
        if (reader.faults.isEmpty() && reader.organisations.isEmpty() && reader.services.isEmpty()) {
            reader.faults.add("file", "", "nothing", "The file holds no organisation and no service.");
        }
        reader.faults.check();
        return new Content(
                csv ? "hsds-3.0-csv" : "hsds-3.0-json",
                List.copyOf(reader.organisations.values()),
                List.copyOf(reader.services.values()),
                List.copyOf(reader.leftOut));
    }

    private void json(SourceFile file) {
        try {
            walk(JSON.readTree(file.text()), file.place(), Standing.ITSELF, null);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            faults.add(
                    line > 0 ? file.place() + " line " + line : file.place(),
                    "",
                    "json",
                    "From here on this cannot be read as JSON, or is nested too deeply or repeats a name.");
        } catch (ArithmeticException | NumberFormatException endless) {
            // What the parser throws for an exponent that no number of its own can have.
            faults.add(file.place(), "", "number", HsdsCheck.NO_NUMBER);
        }
    }

    private void walk(JsonNode node, String where, Standing standing, @Nullable UUID around) {
        if (node instanceof ArrayNode array) {
            int number = 0;
            for (JsonNode each : array) {
                walk(each, where + "[" + number++ + "]", standing, around);
            }
        } else if (!(node instanceof ObjectNode object)) {
            faults.add(where, "", "object", "This is no record.");
        } else if (object.get("contents") instanceof ArrayNode contents) {
            walk(contents, where, standing, around);
        } else if (object.propertyNames().stream().anyMatch(name -> name.endsWith(".csv"))) {
            object.forEachEntry((name, rows) -> {
                if (name.endsWith(".csv")) {
                    tables.read(where + " " + SourceFile.placeOf(name), name.substring(0, name.length() - 4), rows);
                }
            });
        } else if (isService(object) || around != null) {
            service(object, where, standing, around);
        } else if (object.get("service") instanceof ObjectNode service) {
            walk(service, where + ".service", Standing.MENTIONED, null);
        } else if (isOrganisation(object)) {
            organisation(object, where, standing);
        } else {
            leftOut.add(where);
        }
    }

    private static boolean isService(ObjectNode node) {
        return node.has("status")
                || node.has("organization")
                || (node.has("organization_id") && !node.has("location_type"));
    }

    private static boolean isOrganisation(ObjectNode node) {
        return OF_OTHERS.stream().noneMatch(node::has);
    }

    private void organisation(ObjectNode node, String where, Standing standing) {
        // Its services are records of their own.
        ObjectNode alone = node.deepCopy();
        JsonNode held = alone.remove("services");
        Organisation organisation = check.organisation(alone, where, standing);
        if (organisation != null) {
            keep(organisations, organisation);
            if (held instanceof ArrayNode) {
                walk(
                        held,
                        where + ".services",
                        standing == Standing.ITSELF ? Standing.HELD : standing,
                        organisation.id());
            }
        }
    }

    private void service(ObjectNode node, String where, Standing standing, @Nullable UUID around) {
        Service service = check.service(node, where, standing, around);
        if (service != null) {
            keep(services, service);
        }
        if (node.get("organization") instanceof ObjectNode organisation) {
            organisation(organisation, where + ".organization", Standing.MENTIONED);
        }
    }

    private void tables() {
        for (HsdsTables.Row row : tables.organisations()) {
            organisation(row.fields(), row.where(), Standing.ITSELF);
        }
        for (HsdsTables.Row row : tables.services()) {
            service(row.fields(), row.where(), Standing.ITSELF, null);
        }
    }

    /** The record that stands for itself wins over one inside another; two that differ are a fault. */
    private <R extends HsdsRecord> void keep(Map<UUID, R> kept, R record) {
        R before = kept.get(record.id());
        if (before == null || record.standing().compareTo(before.standing()) < 0) {
            kept.put(record.id(), record);
        } else if (record.standing() == Standing.ITSELF && !before.text().equals(record.text())) {
            faults.add(
                    record.where(),
                    "id",
                    "twice",
                    "This identifier already stands at " + before.where() + ", with other content.");
        }
        if (organisations.size() + services.size() > MOST_RECORDS) {
            faults.add(
                    record.where(),
                    "",
                    "too-many",
                    "At most " + MOST_RECORDS + " organisations and services at a time.");
            faults.check();
        }
        characters += record.text().length();
        if (characters > MOST_CHARACTERS) {
            faults.add("file", "", "too-big", "At most 32 million characters, with what hangs on each record.");
            faults.check();
        }
    }
}
