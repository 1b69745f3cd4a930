package org.troth.query.directory;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.troth.events.directory.DirectoryEvent.AgencyListed;
import org.troth.events.directory.DirectoryEvent.DirectoryImported;
import org.troth.events.directory.DirectoryEvent.RecordListed;
import org.troth.events.directory.DirectoryEvent.ServiceListed;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps the directory as it is listed now. */
@KeepsRows
final class DirectoryProjection {

    private static final Write AGENCY = new Write("agency", """
            insert into agency (id, published, name, description, website, listed_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                name = excluded.name, description = excluded.description, website = excluded.website,
                listed_at = excluded.listed_at
            """);

    private static final Write SERVICE = new Write("service", """
            insert into service (id, agency, published, name, status, assured_on, description, website, listed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                agency = excluded.agency, name = excluded.name, status = excluded.status,
                assured_on = excluded.assured_on, description = excluded.description, website = excluded.website,
                listed_at = excluded.listed_at
            """);

    /** Both stand in one row of an index, which holds no more. */
    private static final int LONGEST_IDENTIFIER = 200;

    private static final int LONGEST_NAME = 300;

    private static final Write RECORD = new Write("hsds_record", """
            insert into hsds_record
                (published, kind, holder, own, organization, parent, name, words, terms, taxonomies, modified, record)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (published, kind, holder) do update set
                organization = excluded.organization, parent = excluded.parent, name = excluded.name,
                words = excluded.words, terms = excluded.terms, taxonomies = excluded.taxonomies,
                modified = excluded.modified, record = excluded.record
            """);

    private static final Write NOTHING_INSIDE =
            new Write("hsds_record", "delete from hsds_record where holder = ? and not own");

    private static final Write IMPORTED = new Write("directory_import", """
            insert into directory_import (id, format, added, changed, unchanged, at, position)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """);

    private final Rows rows;

    DirectoryProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(AgencyListed fact, @Timestamp Instant at) {
        Published shown = Published.of(fact.hsds());
        rows.write(
                AGENCY, fact.agency().value(), fact.published(), fact.name(), shown.description(), shown.website(), at);
        HsdsRecord record = HsdsRecord.of(fact.hsds());
        rows.write(NOTHING_INSIDE, fact.agency().value());
        keep(
                fact.published(),
                new Kept(HsdsKind.ORGANIZATION, fact.agency().value(), true, null, null, at),
                record,
                fact.hsds());
        keepTerms(fact.agency().value(), at, record);
    }

    @EventHandler
    void on(ServiceListed fact, @Timestamp Instant at) {
        Published shown = Published.of(fact.hsds());
        rows.write(
                SERVICE,
                fact.service().value(),
                fact.agency().value(),
                fact.published(),
                fact.name(),
                fact.status(),
                fact.assuredOn(),
                shown.description(),
                shown.website(),
                at);
        UUID service = fact.service().value();
        UUID agency = fact.agency().value();
        HsdsRecord record = HsdsRecord.of(fact.hsds());
        rows.write(NOTHING_INSIDE, service);
        keep(fact.published(), new Kept(HsdsKind.SERVICE, service, true, agency, null, at), record, fact.hsds());
        for (HsdsRecord place : record.places()) {
            HsdsRecord whole = place.node().has("service_id")
                    ? place
                    : new HsdsRecord(place.node().deepCopy().put("service_id", fact.published()));
            String id = place.text("id");
            if (id != null) {
                Kept kept = new Kept(HsdsKind.SERVICE_AT_LOCATION, service, false, agency, fact.published(), at);
                keep(id, kept, whole, whole.node().toString());
            }
        }
        keepTerms(service, at, record);
    }

    /** Of the other kinds only those that can be asked for; the rest stays on the record. */
    @EventHandler
    void on(RecordListed fact, @Timestamp Instant at) {
        HsdsRecord record = HsdsRecord.of(fact.hsds());
        HsdsKind.of(fact.kind()).ifPresent(kind -> {
            String parent = kind == HsdsKind.SERVICE_AT_LOCATION ? record.text("service_id") : record.text("parent_id");
            keep(fact.published(), new Kept(kind, fact.directoryRecord(), true, null, parent, at), record, fact.hsds());
        });
    }

    @EventHandler
    void on(DirectoryImported fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                IMPORTED,
                fact.directoryImport(),
                fact.format(),
                fact.added(),
                fact.changed(),
                fact.unchanged(),
                at,
                Rows.position(token));
    }

    /** Where a record stands: whose it is, and what it stands under. */
    private record Kept(
            HsdsKind kind,
            UUID holder,
            boolean own,
            @Nullable UUID organization,
            @Nullable String parent,
            Instant listed) {}

    /** The terms and taxonomies that stand inside a record. */
    private void keepTerms(UUID holder, Instant at, HsdsRecord record) {
        for (HsdsRecord term : record.termsInside()) {
            String id = term.text("id");
            if (id != null) {
                Kept kept = new Kept(HsdsKind.TAXONOMY_TERM, holder, false, null, term.text("parent_id"), at);
                keep(id, kept, term, term.node().toString());
            }
        }
        for (HsdsRecord taxonomy : record.taxonomiesInside()) {
            String id = taxonomy.text("id");
            if (id != null) {
                Kept kept = new Kept(HsdsKind.TAXONOMY, holder, false, null, null, at);
                keep(id, kept, taxonomy, taxonomy.node().toString());
            }
        }
    }

    /** The record itself, for those who ask in HSDS. */
    private void keep(String published, Kept kept, HsdsRecord record, String text) {
        if (published.length() > LONGEST_IDENTIFIER) {
            // Nobody asks for it by this; it stays inside the record that holds it.
            return;
        }
        rows.write(
                RECORD,
                published,
                kept.kind(),
                kept.holder(),
                kept.own(),
                kept.organization(),
                kept.parent(),
                nameOf(record),
                record.words(),
                record.terms(),
                record.taxonomies(),
                record.modified(kept.listed()),
                text);
    }

    /** So much of its name as an index can hold, whatever was published. */
    private static String nameOf(HsdsRecord record) {
        String name = record.text("name");
        if (name == null || name.length() <= LONGEST_NAME) {
            return name == null ? "" : name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return name.substring(0, end);
    }
}
