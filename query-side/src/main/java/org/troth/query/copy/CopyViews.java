package org.troth.query.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept about one person, part by part and whole. */
@Repository
class CopyViews {

    private final JdbcClient jdbc;

    CopyViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isKnown(UUID participant) {
        return jdbc.sql("select exists (select 1 from participant where id = ?)")
                .param(participant)
                .query(Boolean.class)
                .single();
    }

    /** The rows of a part, each with the values of its fields in their order; words are sealed. */
    List<List<@Nullable Object>> rows(Part part, UUID person) {
        return jdbc.sql(part.rows())
                .param(person)
                .query((row, at) -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    for (Field field : part.fields()) {
                        values.add(field.read(row, person));
                    }
                    return values;
                })
                .list();
    }
}
