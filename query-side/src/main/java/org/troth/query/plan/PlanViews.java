package org.troth.query.plan;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.plan.PlanPages.PlanLine;
import org.troth.query.reading.Columns;

/** What is asked about plans. */
@Repository
class PlanViews {

    private static final int MOST = 50;

    /** Words of a section that held once, or hold. */
    record WordingRow(
            Instant writtenAt, String writtenBy, @Nullable Sealed words) {}

    /** A goal of the participant's own. */
    record GoalRow(
            UUID id,
            UUID participant,
            @Nullable String about,
            @Nullable Sealed words) {}

    /** The two of a match that has begun. */
    record Pair(UUID participant, UUID volunteer) {}

    private final JdbcClient jdbc;

    PlanViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one person, under all of these records: the last opened first. */
    List<PlanLine> of(List<UUID> participants) {
        return jdbc.sql(
                        "select * from plan where participant in (:participants) order by opened_position desc limit :most")
                .param("participants", participants)
                .param("most", MOST)
                .query((row, at) -> line(new Columns(row)))
                .list();
    }

    /** The plan of this record that is open, as far as these rows know. */
    Optional<UUID> openOf(UUID participant) {
        return jdbc.sql("""
                        select id from plan where participant = ? and state = 'OPEN' order by opened_position desc limit 1
                        """)
                .param(participant)
                .query((row, at) -> new Columns(row).id("id"))
                .optional();
    }

    /** The last first, the one that holds among them. */
    List<WordingRow> wordingsOf(UUID section, int most) {
        return jdbc.sql("""
                        select words, written_by, written_at from plan_wording where section = ?
                         order by position desc limit ?
                        """)
                .params(section, most)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new WordingRow(
                            columns.at("written_at"),
                            columns.code("written_by"),
                            columns.words("words", Words.PLAN_SECTION, section));
                })
                .list();
    }

    /** Goals of a person under all of these records, the last set first. */
    List<GoalRow> goalsOf(List<UUID> participants, int most) {
        return jdbc.sql("""
                        select id, participant, about, words from goal where participant in (:participants)
                         order by set_position desc limit :most
                        """)
                .param("participants", participants)
                .param("most", most)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID participant = columns.id("participant");
                    return new GoalRow(
                            columns.id("id"),
                            participant,
                            columns.codeOrNone("about"),
                            columns.words("words", Words.GOAL_WORDS, participant));
                })
                .list();
    }

    boolean isParticipant(UUID participant) {
        return jdbc.sql("select 1 from participant where id = ?")
                .param(participant)
                .query((row, at) -> 1)
                .optional()
                .isPresent();
    }

    /** The match in which somebody walks beside this participant now, as far as these rows know. */
    Optional<UUID> walkOf(UUID participant) {
        return jdbc.sql("""
                        select id from match where participant = ? and state = 'STARTED'
                         order by requested_position desc limit 1
                        """)
                .param(participant)
                .query((row, at) -> new Columns(row).id("id"))
                .optional();
    }

    Optional<Pair> pairOf(UUID match) {
        return jdbc.sql("select participant, volunteer from match where id = ? and volunteer is not null")
                .param(match)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Pair(columns.id("participant"), columns.id("volunteer"));
                })
                .optional();
    }

    private static PlanLine line(Columns columns) throws SQLException {
        return new PlanLine(
                columns.id("id"), columns.code("state"), columns.at("opened_at"), columns.atOrNone("closed_at"));
    }
}
