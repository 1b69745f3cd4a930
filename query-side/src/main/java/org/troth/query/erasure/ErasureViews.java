package org.troth.query.erasure;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.query.reading.Columns;

/** What is asked about requests to be forgotten. */
@Repository
class ErasureViews {

    private final JdbcClient jdbc;

    ErasureViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The request of this person that waits. */
    Optional<Forgetting> of(UUID person) {
        return jdbc.sql("select * from erasure_request where person = ?")
                .param(person)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Forgetting(columns.id("erasure"), columns.day("asked_on"), columns.day("answer_by"));
                })
                .optional();
    }
}
