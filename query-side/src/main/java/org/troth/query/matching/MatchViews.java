package org.troth.query.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.reading.Columns;

/** What is asked about one match. */
@Repository
class MatchViews {

    /** A match; names are sealed. */
    record Row(
            UUID id,
            UUID participant,
            @Nullable Sealed participantName,
            String matter,
            String language,
            @Nullable UUID volunteer,
            @Nullable Sealed volunteerName,
            String state,
            List<String> reasons,
            boolean participantAccepted,
            boolean volunteerAccepted,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable LocalDate changeDue,
            @Nullable Instant endedAt,
            @Nullable String endReason) {}

    /** Somebody who could be proposed; the name is sealed. */
    record CandidateRow(UUID volunteer, @Nullable Sealed name, boolean sameMatter, boolean sameLanguage, int room) {}

    private final JdbcClient jdbc;

    MatchViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> one(UUID match) {
        return jdbc.sql("""
                        select m.*, p.name as participant_name, p.matter, p.language, v.name as volunteer_name
                          from match m join participant p on p.id = m.participant
                          left join volunteer v on v.id = m.volunteer
                         where m.id = ?
                        """)
                .param(match)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID participant = columns.id("participant");
                    UUID volunteer = columns.idOrNone("volunteer");
                    return new Row(
                            columns.id("id"),
                            participant,
                            columns.words("participant_name", Words.PARTICIPANT_NAME, participant),
                            columns.code("matter"),
                            columns.code("language"),
                            volunteer,
                            columns.words("volunteer_name", Words.VOLUNTEER_NAME, volunteer),
                            columns.code("state"),
                            columns.codes("reasons"),
                            columns.flag("participant_accepted"),
                            columns.flag("volunteer_accepted"),
                            columns.at("requested_at"),
                            columns.atOrNone("started_at"),
                            columns.dayOrNone("change_due"),
                            columns.atOrNone("ended_at"),
                            columns.codeOrNone("end_reason"));
                })
                .optional();
    }

    /** Qualified on that day, with room, and not kept apart; those who fit best first. */
    List<CandidateRow> candidates(Row match, LocalDate day, int limit) {
        return jdbc.sql("""
                        select v.id, v.name, v.capacity - places.taken as room,
                               :matter = any(string_to_array(v.matters, ' ')) as same_matter,
                               :language = any(string_to_array(v.languages, ' ')) as same_language
                          from volunteer v
                         cross join lateral (select count(*)::int as taken from match m
                                              where m.volunteer = v.id and m.state in ('PROPOSED', 'STARTED')) places
                         where v.qualified_until >= :day and places.taken < v.capacity
                           and not exists (select from match_apart apart
                                            where apart.participant = :participant and apart.volunteer = v.id)
                         order by same_language desc, same_matter desc, v.registered_position limit :limit
                        """)
                .param("matter", match.matter())
                .param("language", match.language())
                .param("day", day)
                .param("participant", match.participant())
                .param("limit", limit)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID volunteer = columns.id("id");
                    return new CandidateRow(
                            volunteer,
                            columns.words("name", Words.VOLUNTEER_NAME, volunteer),
                            columns.flag("same_matter"),
                            columns.flag("same_language"),
                            columns.count("room"));
                })
                .list();
    }
}
