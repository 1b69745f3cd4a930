package org.troth.query.presence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.query.presence.PresenceList.PresenceLine;
import org.troth.query.reading.Columns;

/** What is asked about the presence of others. */
@Repository
class PresenceViews {

    /** The two of a match, and whether they walk together as far as these rows know. */
    record Pair(UUID participant, UUID volunteer, boolean started) {}

    private final JdbcClient jdbc;

    PresenceViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Pair> pairOf(UUID match) {
        return jdbc.sql("select participant, volunteer, state from match where id = ? and volunteer is not null")
                .param(match)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Pair(
                            columns.id("participant"),
                            columns.id("volunteer"),
                            columns.code("state").equals("STARTED"));
                })
                .optional();
    }

    /** The last asked first. */
    List<PresenceLine> of(UUID match, LocalDate today, int most) {
        return jdbc.sql("select * from presence where match = ? order by asked_position desc limit ?")
                .params(match, most)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    LocalDate day = columns.day("day");
                    return new PresenceLine(
                            columns.id("id"),
                            columns.code("guest"),
                            day,
                            columns.code("state"),
                            columns.at("asked_at"),
                            !day.isBefore(today));
                })
                .list();
    }
}
