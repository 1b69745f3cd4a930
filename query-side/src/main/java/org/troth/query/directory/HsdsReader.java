package org.troth.query.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.query.directory.HsdsViews.Row;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves the directory back as HSDS 3.0: what was imported, with the records that belong to it where they stood apart. It is
 * about no person, so nothing is disclosed.
 */
@Component
class HsdsReader {

    private static final String ORGANIZATION = "organization";
    private static final String DESCRIPTION = "description";
    private static final int MOST_SERVICES = 200;

    private final HsdsViews views;
    private final Reading reading;

    HsdsReader(HsdsViews views, Reading reading) {
        this.views = views;
        this.reading = reading;
    }

    /** How much of each record of a list is told. */
    enum Detail {
        /** Its identifier and when it was changed. */
        MINIMAL,
        /** The fields that it has one of. */
        BRIEF,
        /** All of it. */
        FULL
    }

    HsdsPage page(HsdsQuestion question, Detail detail) {
        Map<Object, HsdsRecord> known = new HashMap<>();
        List<ObjectNode> contents = views.page(question).stream()
                .map(row -> switch (detail) {
                    case MINIMAL -> minimal(row);
                    case BRIEF -> whole(question.kind(), row, known).brief();
                    case FULL -> whole(question.kind(), row, known).node();
                })
                .toList();
        return HsdsPage.of(views.count(question), question.page(), question.perPage(), contents);
    }

    /** A record with all that it has. */
    ObjectNode one(Visit visit, HsdsKind kind, String published) {
        return whole(kind, row(visit, kind, published), new HashMap<>()).node();
    }

    /** With the services that it delivers, two hundred of them at most: all of each, or the fields that it has one of. */
    ObjectNode organization(Visit visit, String published, boolean fullService) {
        Row row = row(visit, HsdsKind.ORGANIZATION, published);
        ArrayNode services = JsonNodeFactory.instance.arrayNode();
        views.servicesOf(row.holder(), MOST_SERVICES).stream()
                .map(Row::record)
                .map(service -> fullService ? service.node() : service.brief())
                .forEach(services::add);
        ObjectNode whole =
                whole(HsdsKind.ORGANIZATION, row, new HashMap<>()).node().deepCopy();
        whole.remove("services");
        if (!services.isEmpty()) {
            whole.set("services", services);
        }
        return whole;
    }

    private Row row(Visit visit, HsdsKind kind, String published) {
        return views.one(kind, published).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
    }

    private static ObjectNode minimal(Row row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", row.published())
                .put("modified_date", row.modified().toString());
    }

    /** A record that names another only by its identifier gets that beside it. */
    private HsdsRecord whole(HsdsKind kind, Row row, Map<Object, HsdsRecord> known) {
        HsdsRecord record = row.record();
        return switch (kind) {
            case ORGANIZATION -> described(record);
            case SERVICE -> record.with(ORGANIZATION, has -> organization(has, row.organization(), known));
            case SERVICE_AT_LOCATION ->
                record.with("location", has -> named(has, "location", HsdsKind.LOCATION, known))
                        .with("service", has -> named(has, "service", HsdsKind.SERVICE, known));
            case TAXONOMY_TERM ->
                record.with("taxonomy_detail", has -> named(has, "taxonomy", HsdsKind.TAXONOMY, known));
            case LOCATION, TAXONOMY -> record;
        };
    }

    /** An organisation that only ever stood abridged inside a service has no description, which HSDS asks for. */
    private static HsdsRecord described(HsdsRecord record) {
        if (record.node().has(DESCRIPTION)) {
            return record;
        }
        return new HsdsRecord(record.node().deepCopy().put(DESCRIPTION, ""));
    }

    private @Nullable ObjectNode organization(
            ObjectNode has, @Nullable UUID organization, Map<Object, HsdsRecord> known) {
        ObjectNode inside = has.get(ORGANIZATION) instanceof ObjectNode object ? object : null;
        if (organization == null || (inside != null && inside.has(DESCRIPTION))) {
            return null;
        }
        ObjectNode listed = found(known.computeIfAbsent(
                organization,
                id -> views.organization(organization).map(Row::record).orElse(HsdsRecord.of(""))));
        if (inside == null) {
            return listed == null ? null : described(new HsdsRecord(listed)).node();
        }
        String description = listed == null ? null : new HsdsRecord(listed).text(DESCRIPTION);
        return inside.deepCopy().put(DESCRIPTION, description == null ? "" : description);
    }

    private @Nullable ObjectNode named(ObjectNode has, String property, HsdsKind kind, Map<Object, HsdsRecord> known) {
        String id = new HsdsRecord(has).text(property + "_id");
        String inside = kind == HsdsKind.TAXONOMY ? "taxonomy_detail" : property;
        if (id == null || has.get(inside) instanceof ObjectNode) {
            return null;
        }
        return found(known.computeIfAbsent(
                kind + id, key -> views.one(kind, id).map(Row::record).orElse(HsdsRecord.of(""))));
    }

    private static @Nullable ObjectNode found(HsdsRecord record) {
        return record.node().isEmpty() ? null : record.node();
    }
}
