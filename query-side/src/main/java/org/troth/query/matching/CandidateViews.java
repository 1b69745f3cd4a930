package org.troth.query.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.matching.Fit.Times;
import org.troth.query.matching.MatchViews.Row;
import org.troth.query.reading.Columns;

/**
 * Who could be proposed for a match, best first as {@link Fit#BEST_FIRST} says. Those who fit equally stand in an order that
 * is drawn by the two identifiers, so that nobody is always the last.
 */
@Repository
class CandidateViews {

    /** Somebody who could be proposed, or could be on another day; the name is sealed. */
    record CandidateRow(UUID volunteer, @Nullable Sealed name, Fit fit) {}

    /** Somebody with what is known of them alone. */
    record PlaceRow(UUID volunteer, @Nullable Sealed name, int free, boolean qualified) {}

    private static final String FITS = """
            with fits as (
                select v.id, v.name, v.capacity - places.taken as free,
                       coalesce(v.qualified_until >= :day, false) as qualified,
                       p.matter = any(string_to_array(v.matters, ' ')) as same_matter,
                       exists (select from unnest(string_to_array(v.languages, ' ')) spoken
                                 join unnest(string_to_array(trim(p.language || ' ' || p.languages), ' ')) own
                                   on split_part(spoken, '-', 1) = split_part(own, '-', 1)) as same_language,
                       case when v.times = '' or p.times = '' then 'UNKNOWN'
                            when string_to_array(v.times, ' ') && string_to_array(p.times, ' ') then 'SHARED'
                            else 'OTHER' end as times
                  from volunteer v
                  join participant p on p.id = :participant
                 cross join lateral (select count(*)::int as taken from match m
                                      where m.volunteer = v.id and m.state in ('PROPOSED', 'STARTED')) places
                 where not exists (select from match_apart apart
                                    where apart.participant = :participant and apart.volunteer = v.id))
            select * from fits where (qualified and free > 0) = :possible
             order by same_language desc, same_matter desc,
                      array_position(array['SHARED', 'UNKNOWN', 'OTHER'], times), free desc, md5(id::text || :match)
             limit :limit
            """;

    /** The same places and the same wishes apart, and no word on what the participant looks for. */
    private static final String PLACES = """
            with places as (
                select v.id, v.name, v.capacity - taken.places as free,
                       coalesce(v.qualified_until >= :day, false) as qualified
                  from volunteer v
                 cross join lateral (select count(*)::int as places from match m
                                      where m.volunteer = v.id and m.state in ('PROPOSED', 'STARTED')) taken
                 where not exists (select from match_apart apart
                                    where apart.participant = :participant and apart.volunteer = v.id))
            select * from places where (qualified and free > 0) = :possible
             order by free desc, md5(id::text || :match)
             limit :limit
            """;

    private final JdbcClient jdbc;

    CandidateViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Qualified on that day and with room. */
    List<CandidateRow> possible(Row match, LocalDate day, int limit) {
        return fits(match, day, true, limit);
    }

    /** Not qualified on that day, or without room. */
    List<CandidateRow> hindered(Row match, LocalDate day, int limit) {
        return fits(match, day, false, limit);
    }

    private List<CandidateRow> fits(Row match, LocalDate day, boolean possible, int limit) {
        return jdbc.sql(FITS)
                .param("day", day)
                .param("participant", match.participant())
                .param("match", match.id().toString())
                .param("possible", possible)
                .param("limit", limit)
                .query((row, at) -> row(row))
                .list();
    }

    /** In an order by room alone, where nothing of the participant's record is to be used. */
    List<PlaceRow> places(Row match, LocalDate day, boolean possible, int limit) {
        return jdbc.sql(PLACES)
                .param("day", day)
                .param("participant", match.participant())
                .param("match", match.id().toString())
                .param("possible", possible)
                .param("limit", limit)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID volunteer = columns.id("id");
                    return new PlaceRow(
                            volunteer,
                            columns.words("name", Words.VOLUNTEER_NAME, volunteer),
                            columns.count("free"),
                            columns.flag("qualified"));
                })
                .list();
    }

    private static CandidateRow row(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        UUID volunteer = columns.id("id");
        return new CandidateRow(
                volunteer,
                columns.words("name", Words.VOLUNTEER_NAME, volunteer),
                new Fit(
                        columns.flag("same_language"),
                        columns.flag("same_matter"),
                        Times.valueOf(columns.code("times")),
                        columns.count("free"),
                        columns.flag("qualified")));
    }
}
