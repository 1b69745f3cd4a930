package org.troth.query.message;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.troth.events.MessageId;
import org.troth.events.message.MessageEvent.MessageGivenUp;
import org.troth.events.message.MessageEvent.MessageLeaving;
import org.troth.events.message.MessageEvent.MessageLeft;
import org.troth.events.message.MessageEvent.MessageNotTaken;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.MessageUnaccounted;
import org.troth.events.message.MessageEvent.MessageWithheld;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each message: where it stands, and since when. */
@KeepsRows
final class MessageProjection {

    private static final Write QUEUED = new Write("message", """
            insert into message (id, receiver, receiver_kind, occasion, state, queued_at, queued_position, moved_at)
            values (?, ?, ?, ?, 'QUEUED', ?, ?, ?)
            on conflict (id) do update set
                state = excluded.state, moved_at = excluded.moved_at, channel = null, reason = null
            """);

    private static final Write LEAVING =
            new Write("message", "update message set state = 'LEAVING', channel = ?, moved_at = ? where id = ?");

    private static final Write MOVED =
            new Write("message", "update message set state = ?, reason = ?, moved_at = ? where id = ?");

    private final Rows rows;

    MessageProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(MessageQueued fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                QUEUED,
                fact.message().value(),
                fact.receiver().id(),
                fact.receiver().kind(),
                fact.occasion(),
                at,
                Rows.position(token),
                at);
    }

    @EventHandler
    void on(MessageLeaving fact, @Timestamp Instant at) {
        rows.write(LEAVING, fact.channel(), at, fact.message().value());
    }

    @EventHandler
    void on(MessageLeft fact, @Timestamp Instant at) {
        moved(fact.message(), "GONE", null, at);
    }

    @EventHandler
    void on(MessageNotTaken fact, @Timestamp Instant at) {
        moved(fact.message(), "NOT_TAKEN", null, at);
    }

    @EventHandler
    void on(MessageGivenUp fact, @Timestamp Instant at) {
        moved(fact.message(), "GIVEN_UP", fact.trouble(), at);
    }

    @EventHandler
    void on(MessageUnaccounted fact, @Timestamp Instant at) {
        moved(fact.message(), "UNACCOUNTED", null, at);
    }

    @EventHandler
    void on(MessageWithheld fact, @Timestamp Instant at) {
        moved(fact.message(), "WITHHELD", fact.why(), at);
    }

    private void moved(MessageId message, String state, @Nullable Enum<?> reason, Instant at) {
        rows.write(MOVED, state, reason, at, message.value());
    }
}
