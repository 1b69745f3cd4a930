package org.troth.query.boundary;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.reading.Columns;

/** What is asked about one boundary. */
@Repository
class BoundaryViews {

    /** A boundary; its words are sealed under its author's key. */
    record Row(
            UUID id,
            UUID match,
            UUID participant,
            UUID volunteer,
            String state,
            String setBy,
            UUID author,
            String topic,
            @Nullable Sealed words,
            Instant setAt,
            @Nullable Instant changedAt,
            @Nullable Instant liftedAt) {}

    private final JdbcClient jdbc;

    BoundaryViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> one(UUID boundary) {
        return jdbc.sql("select * from boundary where id = ?")
                .param(boundary)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID author = columns.id("author");
                    return new Row(
                            columns.id("id"),
                            columns.id("match"),
                            columns.id("participant"),
                            columns.id("volunteer"),
                            columns.code("state"),
                            columns.code("set_by"),
                            author,
                            columns.code("topic"),
                            columns.words("words", Words.BOUNDARY_WORDS, author),
                            columns.at("set_at"),
                            columns.atOrNone("changed_at"),
                            columns.atOrNone("lifted_at"));
                })
                .optional();
    }
}
