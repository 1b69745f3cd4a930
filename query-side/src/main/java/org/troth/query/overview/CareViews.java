package org.troth.query.overview;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.query.overview.CaseFile.Wish;
import org.troth.query.reading.Columns;

/** What the case page and a participant's own page ask about the care for one person beside and after their support. */
@Repository
class CareViews {

    private final JdbcClient jdbc;

    CareViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether they wish to be asked, once after the end, how they are. */
    Optional<Wish> wishOf(UUID participant) {
        return jdbc.sql("select asked_from, channel from follow_up where participant = ?")
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Wish(columns.day("asked_from"), columns.code("channel"));
                })
                .optional();
    }
}
