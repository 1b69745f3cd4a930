package org.troth.query.directory;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.directory.DirectoryEvent.AgencyListed;
import org.troth.events.directory.DirectoryEvent.DirectoryImported;
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
}
