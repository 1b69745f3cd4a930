package org.troth.query.conflict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.reading.Columns;

/** What is asked about somebody's own list; the names are sealed. */
@Repository
class ConflictViews {

    /** One line of it. */
    record Row(UUID entry, String relation, @Nullable Sealed name, Instant statedAt) {}

    private final JdbcClient jdbc;

    ConflictViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; the list itself bounds how many there are. */
    List<Row> of(UUID person) {
        return jdbc.sql("select * from conflict_name where person = ? order by position desc")
                .param(person)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Row(
                            columns.id("entry"),
                            columns.code("relation"),
                            columns.words("name", Words.CONFLICT_NAME, person),
                            columns.at("stated_at"));
                })
                .list();
    }
}
