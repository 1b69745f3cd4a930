package org.troth.query.volunteer;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.volunteer.VolunteerEvent.VolunteerAvailabilityStated;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCapacityChanged;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCorrected;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;
import org.troth.events.volunteer.VolunteerEvent.VolunteerRegistered;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each person who walks beside. */
@KeepsRows
final class VolunteerProjection {

    private static final Write REGISTERED = new Write("volunteer", """
            insert into volunteer (id, matters, languages, capacity, registered_at, registered_position, name, contact,
                                   lived_experience)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                matters = excluded.matters, languages = excluded.languages, capacity = excluded.capacity,
                qualified_until = null, times = '', registered_at = excluded.registered_at,
                registered_position = excluded.registered_position, name = excluded.name,
                contact = excluded.contact, lived_experience = excluded.lived_experience
            """);

    private static final Write CORRECTED = new Write("volunteer", """
            update volunteer set name = coalesce(?, name), languages = coalesce(?, languages),
                                 contact = case when ?::boolean then null else coalesce(?, contact) end
             where id = ?
            """);

    private static final Write VERSION = new Write("volunteer_version", """
            insert into volunteer_version (volunteer, position, written_at, reason, name, languages, contact,
                                           without_contact)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (volunteer, position) do nothing
            """);

    private static final Write QUALIFIED =
            new Write("volunteer", "update volunteer set qualified_until = ? where id = ?");

    private static final Write CAPACITY = new Write("volunteer", "update volunteer set capacity = ? where id = ?");

    private static final Write TIMES = new Write("volunteer", "update volunteer set times = ? where id = ?");

    private final Rows rows;

    VolunteerProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(VolunteerRegistered fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                REGISTERED,
                fact.volunteer().value(),
                fact.matters(),
                fact.languages(),
                fact.capacity(),
                at,
                Rows.position(token),
                fact.name(),
                fact.contact(),
                fact.livedExperience());
        rows.write(
                VERSION,
                fact.volunteer().value(),
                Rows.position(token),
                at,
                null,
                fact.name(),
                fact.languages(),
                fact.contact(),
                false);
    }

    @EventHandler
    void on(VolunteerCorrected fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                CORRECTED,
                fact.name(),
                fact.languages(),
                fact.withoutContact(),
                fact.contact(),
                fact.volunteer().value());
        rows.write(
                VERSION,
                fact.volunteer().value(),
                Rows.position(token),
                at,
                fact.reason(),
                fact.name(),
                fact.languages(),
                fact.contact(),
                fact.withoutContact());
    }

    @EventHandler
    void on(VolunteerQualifiedUntil fact) {
        rows.write(QUALIFIED, fact.lastDay(), fact.volunteer().value());
    }

    @EventHandler
    void on(VolunteerCapacityChanged fact) {
        rows.write(CAPACITY, fact.capacity(), fact.volunteer().value());
    }

    @EventHandler
    void on(VolunteerAvailabilityStated fact) {
        rows.write(TIMES, fact.times(), fact.volunteer().value());
    }
}
