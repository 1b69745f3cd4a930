package org.troth.query.matching;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.reading.Columns;
import org.troth.query.reading.Records;

/** What the second contact's page asks; words are sealed. */
@Repository
class ChangeViews {

    /** A change to arrange. */
    record Row(UUID match, LocalDate dueBy, List<AskerRow> askers) {}

    /** One of the two, who asked. */
    record AskerRow(
            SubjectKind side,
            boolean pastCoordinator,
            UUID person,
            @Nullable Sealed name) {}

    /** A way to reach somebody. */
    record WayRow(
            String channel,
            @Nullable Sealed address,
            @Nullable Sealed advice) {}

    private final JdbcClient jdbc;

    ChangeViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> open(int limit) {
        return jdbc.sql("""
                        select s.*, least(s.overdue_due, s.participant_due, s.volunteer_due) as due_by,
                               m.participant_due as participant_asked, m.volunteer_due as volunteer_asked,
                               p.name as participant_name, v.name as volunteer_name
                          from second_contact s join match m on m.id = s.match
                          join participant p on p.id = s.participant join volunteer v on v.id = s.volunteer
                         order by least(s.overdue_due, s.participant_due, s.volunteer_due), s.match limit ?
                        """)
                .param(limit)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Row(columns.id("match"), columns.day("due_by"), askers(columns));
                })
                .list();
    }

    private static List<AskerRow> askers(Columns columns) throws SQLException {
        List<AskerRow> askers = new ArrayList<>();
        boolean overdue = columns.dayOrNone("overdue_due") != null;
        boolean participantHere = columns.dayOrNone("participant_due") != null;
        boolean volunteerHere = columns.dayOrNone("volunteer_due") != null;
        if (participantHere || (overdue && columns.dayOrNone("participant_asked") != null)) {
            UUID person = columns.id("participant");
            askers.add(new AskerRow(
                    SubjectKind.PARTICIPANT,
                    participantHere,
                    person,
                    columns.words("participant_name", Words.PARTICIPANT_NAME, person)));
        }
        if (volunteerHere || (overdue && columns.dayOrNone("volunteer_asked") != null)) {
            UUID person = columns.id("volunteer");
            askers.add(new AskerRow(
                    SubjectKind.VOLUNTEER,
                    volunteerHere,
                    person,
                    columns.words("volunteer_name", Words.VOLUNTEER_NAME, person)));
        }
        return askers;
    }

    /** How somebody can be reached safely. */
    List<WayRow> waysTo(AskerRow asker) {
        return asker.side() == SubjectKind.PARTICIPANT ? toParticipant(asker.person()) : toVolunteer(asker.person());
    }

    private List<WayRow> toParticipant(UUID participant) {
        return jdbc.sql("select c.* from participant_contact c where c.participant = ? and c.safe and not "
                        + Records.UNSAFE_ELSEWHERE + " order by c.channel")
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new WayRow(
                            columns.code("channel"),
                            columns.words("address", Words.PARTICIPANT_CONTACT, participant),
                            columns.words("advice", Words.PARTICIPANT_CONTACT_ADVICE, participant));
                })
                .list();
    }

    private List<WayRow> toVolunteer(UUID volunteer) {
        return jdbc.sql("select contact from volunteer where id = ? and contact is not null")
                .param(volunteer)
                .query((row, at) ->
                        new WayRow("", new Columns(row).words("contact", Words.VOLUNTEER_CONTACT, volunteer), null))
                .list();
    }
}
