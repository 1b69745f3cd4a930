package org.troth.query.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.query.reading.Columns;

/** What is asked about messages. */
@Repository
class MessageViews {

    /** One message. */
    record MessageRow(
            UUID id,
            String receiverKind,
            String occasion,
            String state,
            @Nullable String channel,
            @Nullable String reason,
            Instant queuedAt,
            long queuedPosition,
            Instant movedAt) {}

    private final JdbcClient jdbc;

    MessageViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest, whoever they were for. */
    List<MessageRow> latest(long before, int limit) {
        return jdbc.sql("""
                        select id, receiver_kind, occasion, state, channel, reason, queued_at, queued_position, moved_at
                          from message where queued_position < ? order by queued_position desc limit ?
                        """)
                .params(before, limit)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new MessageRow(
                            columns.id("id"),
                            columns.code("receiver_kind"),
                            columns.code("occasion"),
                            columns.code("state"),
                            columns.codeOrNone("channel"),
                            columns.codeOrNone("reason"),
                            columns.at("queued_at"),
                            columns.number("queued_position"),
                            columns.at("moved_at"));
                })
                .list();
    }
}
