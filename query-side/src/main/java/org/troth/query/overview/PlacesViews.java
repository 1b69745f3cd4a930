package org.troth.query.overview;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the charts of places and waiting ask: sums alone, never who. */
@Repository
class PlacesViews {

    /** Places of those who have this code. */
    record Room(String code, long taken, long free) {}

    /** How many people's first match began, and how many days they waited in all, by language. */
    record Waited(String language, long people, long days) {}

    private static final String TIMES =
            "array['weekday-morning', 'weekday-afternoon', 'weekday-evening', 'weekend-morning', 'weekend-afternoon',"
                    + " 'weekend-evening', 'not-said']";

    private final JdbcClient jdbc;

    PlacesViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Room> byMatter(LocalDate today) {
        return room("string_to_array(room.matters, ' ')", "code", today);
    }

    List<Room> byLanguage(LocalDate today) {
        return room("string_to_array(room.languages, ' ')", "code", today);
    }

    /** Whoever has not said when they have time stands apart. */
    List<Room> byTime(LocalDate today) {
        return room(
                "case when room.times = '' then array['not-said'] else string_to_array(room.times, ' ') end",
                "array_position(" + TIMES + ", code), code",
                today);
    }

    private List<Room> room(String codes, String order, LocalDate today) {
        return jdbc.sql("""
                        with room as (
                            select v.matters, v.languages, v.times, places.taken,
                                   greatest(v.capacity - places.taken, 0) as free
                              from volunteer v
                             cross join lateral (select count(*) as taken from match m
                                                  where m.volunteer = v.id and m.state in ('PROPOSED', 'STARTED')) places
                             where v.qualified_until >= ?)
                        select code, sum(taken)::bigint as taken, sum(free)::bigint as free
                          from room cross join lateral unnest(%s) as code
                         where code <> '' group by code order by %s
                        """.formatted(codes, order))
                .param(today)
                .query((row, at) -> new Room(row.getString("code"), row.getLong("taken"), row.getLong("free")))
                .list();
    }

    List<Waited> waitedByLanguage() {
        return jdbc.sql("""
            select p.language, count(*) as people,
                   sum(extract(epoch from w.started - w.asked)::bigint / 86400)::bigint as days
              from case_wait w join participant p on p.id = w.participant
             where w.started is not null group by p.language order by p.language
            """)
                .query((row, at) -> new Waited(row.getString("language"), row.getLong("people"), row.getLong("days")))
                .list();
    }
}
