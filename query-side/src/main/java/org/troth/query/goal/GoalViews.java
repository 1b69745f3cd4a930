package org.troth.query.goal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.goal.GoalPages.GoalRating;
import org.troth.query.reading.Columns;

/** What is asked about goals. */
@Repository
class GoalViews {

    /** A goal as it stands. */
    record Row(
            UUID id,
            UUID participant,
            String state,
            Instant stateSince,
            @Nullable String about,
            @Nullable Sealed words,
            Instant setAt,
            long position,
            @Nullable Integer rating,
            @Nullable Instant ratedAt,
            @Nullable UUID match) {}

    /** One of its wordings. */
    record WordingRow(
            Instant writtenAt,
            @Nullable String about,
            @Nullable Sealed words) {}

    /** The two of a match that has begun. */
    record Pair(UUID participant, UUID volunteer) {}

    private record Numbered(UUID goal, GoalRating rating) {}

    private final JdbcClient jdbc;

    GoalViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> one(UUID goal) {
        return jdbc.sql("select * from goal where id = ?")
                .param(goal)
                .query((row, at) -> row(new Columns(row)))
                .optional();
    }

    /** Of one person, under all of these records: the last set first, before this position. */
    List<Row> of(List<UUID> participants, long before, int most) {
        return jdbc.sql("""
                        select * from goal where participant in (:participants) and set_position < :before
                         order by set_position desc limit :most
                        """)
                .param("participants", participants)
                .param("before", before)
                .param("most", most)
                .query((row, at) -> row(new Columns(row)))
                .list();
    }

    /** What these rows say is shown in the match; the record itself says whether it still is. */
    List<Row> shownIn(UUID match, int most) {
        return jdbc.sql("select * from goal where match = ? order by set_position desc limit ?")
                .params(match, most)
                .query((row, at) -> row(new Columns(row)))
                .list();
    }

    /** The last so many numbers of each of the same goals, oldest first. */
    Map<UUID, List<GoalRating>> ratingsOf(List<UUID> participants, long before, int mostGoals, int most) {
        Map<UUID, List<GoalRating>> ratings = new HashMap<>();
        jdbc.sql("""
                        select last.goal, last.rating, last.rated_at
                          from (select id from goal where participant in (:participants) and set_position < :before
                                 order by set_position desc limit :mostGoals) as shown
                         cross join lateral (select * from goal_rating where goal = shown.id
                                              order by position desc limit :most) as last
                         order by last.position
                        """)
                .param("participants", participants)
                .param("before", before)
                .param("mostGoals", mostGoals)
                .param("most", most)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Numbered(columns.id("goal"), rating(columns));
                })
                .list()
                .forEach(each -> ratings.computeIfAbsent(each.goal(), goal -> new ArrayList<>())
                        .add(each.rating()));
        return ratings;
    }

    /** Oldest first, the last so many. */
    List<GoalRating> ratingsOf(UUID goal, int most) {
        List<GoalRating> ratings = new ArrayList<>(jdbc.sql("""
                        select rating, rated_at from goal_rating where goal = ? order by position desc limit ?
                        """)
                .params(goal, most)
                .query((row, at) -> rating(new Columns(row)))
                .list());
        Collections.reverse(ratings);
        return ratings;
    }

    /** The last first; there is always one. */
    List<WordingRow> wordingsOf(Row goal, int most) {
        return jdbc.sql("""
                        select about, words, written_at from goal_wording where goal = ?
                         order by position desc limit ?
                        """)
                .params(goal.id(), most)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new WordingRow(
                            columns.at("written_at"),
                            columns.codeOrNone("about"),
                            columns.words("words", Words.GOAL_WORDS, goal.participant()));
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

    /** The match in which somebody walks beside this person now, under whichever of their records, as far as these rows know. */
    Optional<UUID> walkOf(List<UUID> records) {
        return jdbc.sql("""
                        select id from match where participant in (:records) and state = 'STARTED'
                         order by requested_position desc limit 1
                        """)
                .param("records", records)
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

    private static GoalRating rating(Columns columns) throws SQLException {
        return new GoalRating(columns.count("rating"), columns.at("rated_at"));
    }

    private static Row row(Columns columns) throws SQLException {
        UUID participant = columns.id("participant");
        return new Row(
                columns.id("id"),
                participant,
                columns.code("state"),
                columns.at("state_since"),
                columns.codeOrNone("about"),
                columns.words("words", Words.GOAL_WORDS, participant),
                columns.at("set_at"),
                columns.number("set_position"),
                columns.countOrNone("rating"),
                columns.atOrNone("rated_at"),
                columns.idOrNone("match"));
    }
}
