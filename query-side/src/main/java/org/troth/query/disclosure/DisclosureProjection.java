package org.troth.query.disclosure;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.disclosure.DisclosureEvent.LogRead;
import org.troth.events.disclosure.DisclosureEvent.LookRefused;
import org.troth.events.disclosure.DisclosureEvent.PeopleSearched;
import org.troth.events.disclosure.DisclosureEvent.RecordDisclosed;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each look, and folds the repeats of one actor, subject and purpose beside them. */
@KeepsRows
final class DisclosureProjection {

    private static final Write DISCLOSED = new Write("look", """
            insert into look (kind, position, at, disclosure, actor, role, purpose, route, subject, subject_kind, classes,
                              ground, relation, consent, results, reason)
            values ('DISCLOSED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
            """);

    /** A line that has counted this position already is left alone, so that a replay counts nothing twice. */
    private static final Write FOLDED = new Write("look_fold", """
            insert into look_fold (last_position, first_at, last_at, actor, roles, purpose, routes, subject, subject_kind,
                                   classes, grounds, times)
            select position, at, at, actor, array[role], purpose, array[route], subject, subject_kind,
                   string_to_array(classes, ' '), array[ground], 1
              from (values (?::bigint, ?::timestamptz, ?::uuid, ?::text, ?::text, ?::text, ?::uuid, ?::text, ?::text,
                            ?::text))
                   as look(position, at, actor, role, purpose, route, subject, subject_kind, classes, ground)
            on conflict (subject, actor, purpose) do update set
                times = look_fold.times + 1, last_at = excluded.last_at, last_position = excluded.last_position,
                roles = case when look_fold.roles @> excluded.roles then look_fold.roles else
                    (select array_agg(distinct each order by each) from unnest(look_fold.roles || excluded.roles) each) end,
                grounds = case when look_fold.grounds @> excluded.grounds then look_fold.grounds else
                    (select array_agg(distinct each order by each) from unnest(look_fold.grounds || excluded.grounds) each) end,
                classes = case when look_fold.classes @> excluded.classes then look_fold.classes else
                    (select array_agg(distinct each order by each) from unnest(look_fold.classes || excluded.classes) each) end,
                routes = case when look_fold.routes @> excluded.routes then look_fold.routes else
                    (select array_agg(distinct each order by each) from unnest(look_fold.routes || excluded.routes) each) end
             where look_fold.last_position < excluded.last_position
            """);

    private static final Write SEARCHED = new Write("look", """
            insert into look (kind, position, at, disclosure, actor, role, purpose, route, subject_kind, classes, results)
            values ('SEARCHED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
            """);

    private static final Write LOG_READ = new Write("look", """
            insert into look (kind, position, at, disclosure, actor, role, purpose, route, subject, results)
            values ('LOG_READ', ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
            """);

    private static final Write REFUSED = new Write("look", """
            insert into look (kind, position, at, disclosure, actor, route, subject, rule)
            values ('REFUSED', ?, ?, ?, ?, ?, ?, ?) on conflict (position) do nothing
            """);

    private final Rows rows;

    DisclosureProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(RecordDisclosed fact, @Timestamp Instant at, TrackingToken token) {
        long position = Rows.position(token);
        ConsentId consent = fact.consent();
        rows.write(
                DISCLOSED,
                position,
                at,
                fact.disclosure().value(),
                fact.actor().value(),
                fact.role(),
                fact.purpose(),
                fact.route(),
                fact.subject(),
                fact.subjectKind(),
                fact.classes(),
                fact.ground(),
                fact.relation(),
                idOf(consent),
                fact.results(),
                fact.reason());
        rows.write(
                FOLDED,
                position,
                at,
                fact.actor().value(),
                fact.role(),
                fact.purpose(),
                fact.route(),
                fact.subject(),
                fact.subjectKind(),
                fact.classes(),
                fact.ground());
    }

    @EventHandler
    void on(PeopleSearched fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                SEARCHED,
                Rows.position(token),
                at,
                fact.disclosure().value(),
                fact.actor().value(),
                fact.role(),
                fact.purpose(),
                fact.route(),
                fact.scope(),
                fact.classes(),
                fact.scanned());
    }

    @EventHandler
    void on(LogRead fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                LOG_READ,
                Rows.position(token),
                at,
                fact.disclosure().value(),
                fact.actor().value(),
                fact.role(),
                fact.purpose(),
                fact.route(),
                fact.subject(),
                fact.results());
    }

    @EventHandler
    void on(LookRefused fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                REFUSED,
                Rows.position(token),
                at,
                fact.disclosure().value(),
                fact.actor().value(),
                fact.route(),
                fact.subject(),
                fact.rule());
    }

    private static @Nullable UUID idOf(@Nullable ConsentId consent) {
        return consent == null ? null : consent.value();
    }
}
