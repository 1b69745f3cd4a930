package org.troth.query.rows;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes each row at once, in the transaction of the processor that also stores its token. */
@Component
final class LiveRows implements Rows {

    private final JdbcTemplate jdbc;

    LiveRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(Write statement, @Nullable Object... values) {
        jdbc.update(statement.sql(), prepared -> Values.bind(prepared, values));
    }
}
