package org.troth.query.merging;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.MergeDropped;
import org.troth.events.merging.MergingEvent.MergeProposed;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.recording.Metadata;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each two records that are of one person, or are thought to be. What is recorded in both is written once. */
@KeepsRows
final class MergingProjection {

    private static final Write STANDS = new Write("merging", """
            insert into merging (merged, kept, state, ground, decider, since, position) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (merged, kept) do update set state = excluded.state, ground = excluded.ground,
                decider = excluded.decider, since = excluded.since, position = excluded.position
            """);

    private static final Write GONE = new Write("merging", "delete from merging where merged = ? and kept = ?");

    private final Rows rows;

    MergingProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(MergeProposed fact, EventMessage<?> message, @Timestamp Instant at, TrackingToken token) {
        if (isTheOne(fact)) {
            rows.write(
                    STANDS,
                    fact.merged().value(),
                    fact.kept().value(),
                    "PROPOSED",
                    fact.ground(),
                    actor(message),
                    at,
                    Rows.position(token));
        }
    }

    @EventHandler
    void on(MergeDropped fact) {
        if (isTheOne(fact)) {
            rows.write(GONE, fact.merged().value(), fact.kept().value());
        }
    }

    @EventHandler
    void on(PersonsMerged fact, EventMessage<?> message, @Timestamp Instant at, TrackingToken token) {
        if (isTheOne(fact)) {
            rows.write(
                    STANDS,
                    fact.merged().value(),
                    fact.kept().value(),
                    "MERGED",
                    fact.ground(),
                    actor(message),
                    at,
                    Rows.position(token));
        }
    }

    @EventHandler
    void on(MergeUndone fact) {
        if (isTheOne(fact)) {
            rows.write(GONE, fact.merged().value(), fact.kept().value());
        }
    }

    private static boolean isTheOne(MergingEvent fact) {
        return fact.participant().equals(fact.merged());
    }

    private static @Nullable UUID actor(EventMessage<?> message) {
        Object actor = message.getMetaData().get(Metadata.ACTOR);
        return actor == null ? null : UUID.fromString(actor.toString());
    }
}
