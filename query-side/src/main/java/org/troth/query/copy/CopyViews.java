package org.troth.query.copy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept about one person, part by part and whole. */
@Repository
class CopyViews {

    private final JdbcClient jdbc;
    private final TransactionTemplate atOnce;

    CopyViews(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        atOnce = new TransactionTemplate(transactions);
        atOnce.setReadOnly(true);
        atOnce.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    boolean isKnown(UUID participant) {
        return jdbc.sql("select exists (select 1 from participant where id = ?)")
                .param(participant)
                .query(Boolean.class)
                .single();
    }

    /** The rows of every part, as they stood at one moment; each with the values of its fields in their order. Words are sealed. */
    Map<Part, List<List<@Nullable Object>>> all(UUID person) {
        Map<Part, List<List<@Nullable Object>>> all = new LinkedHashMap<>();
        atOnce.executeWithoutResult(status -> Part.OF_PARTICIPANT.forEach(part -> all.put(part, rows(part, person))));
        return all;
    }

    private List<List<@Nullable Object>> rows(Part part, UUID person) {
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
