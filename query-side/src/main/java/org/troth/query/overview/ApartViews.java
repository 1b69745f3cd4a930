package org.troth.query.overview;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.query.overview.OwnPages.OwnWish;
import org.troth.query.reading.Columns;

/** What somebody has wished for themselves about whom they are not proposed to again; never what the other wishes. */
@Repository
class ApartViews {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    ApartViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnWish> ofParticipant(List<UUID> participants) {
        return wishes("apart.participant in (:people) and apart.side = 'PARTICIPANT'", participants);
    }

    List<OwnWish> ofVolunteer(UUID volunteer) {
        return wishes("apart.volunteer in (:people) and apart.side = 'VOLUNTEER'", List.of(volunteer));
    }

    /** While the two walk together there is nothing to take back yet. */
    private List<OwnWish> wishes(String whose, List<UUID> people) {
        return jdbc.sql("""
                        select * from match_apart apart
                         where %s and not exists (select from match m
                                where m.id = apart.match and m.state = 'STARTED' and m.volunteer = apart.volunteer)
                         order by since desc, wish limit :most
                        """.formatted(whose))
                .param("people", people)
                .param("most", MOST)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new OwnWish(
                            columns.id("match"), columns.id("wish"), columns.at("since"), columns.flag("walked"));
                })
                .list();
    }
}
