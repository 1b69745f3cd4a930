package org.troth.query.consent;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.query.reading.Columns;
import org.troth.query.reading.ConsentStands;

/** What is asked about one consent. */
@Repository
class ConsentViews {

    private final JdbcClient jdbc;

    ConsentViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ConsentView> one(UUID consent) {
        return jdbc.sql("""
                        select c.*, %s as stands
                          from consent c %s
                         where c.id = ?
                        """.formatted(ConsentStands.STATE, ConsentStands.YOUTH))
                .param(consent)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new ConsentView(
                            columns.id("id"),
                            columns.id("participant"),
                            columns.code("state"),
                            columns.code("stands"),
                            columns.code("purpose"),
                            columns.code("recipient_kind"),
                            columns.idOrNone("recipient"),
                            columns.codes("classes"),
                            columns.code("text_name"),
                            columns.count("text_version"),
                            columns.code("text_language"),
                            columns.code("text_sha256"),
                            columns.dayOrNone("last_day"),
                            columns.idOrNone("renews"),
                            columns.codeOrNone("talked_language"),
                            columns.codeOrNone("interpreting"),
                            columns.codeOrNone("reading_scale"),
                            columns.codeOrNone("reading_level"),
                            columns.at("asked_at"),
                            columns.atOrNone("understood_at"),
                            columns.atOrNone("answered_at"),
                            columns.atOrNone("ended_at"));
                })
                .optional();
    }
}
