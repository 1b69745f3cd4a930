package org.troth.query.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.reading.Columns;

/** What the second contact's page asks; words are sealed. */
@Repository
class ChangeViews {

    /** A change to arrange. */
    record Row(
            UUID match,
            UUID participant,
            @Nullable Sealed participantName,
            UUID volunteer,
            @Nullable Sealed volunteerName,
            @Nullable Sealed volunteerContact,
            LocalDate dueBy,
            List<String> askedBy) {}

    /** A safe way to reach the participant. */
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
                               p.name as participant_name, v.name as volunteer_name, v.contact as volunteer_contact
                          from second_contact s join participant p on p.id = s.participant
                          join volunteer v on v.id = s.volunteer
                         order by least(s.overdue_due, s.participant_due, s.volunteer_due), s.match limit ?
                        """)
                .param(limit)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID participant = columns.id("participant");
                    UUID volunteer = columns.id("volunteer");
                    List<String> askedBy = new ArrayList<>();
                    if (columns.dayOrNone("participant_due") != null) {
                        askedBy.add("PARTICIPANT");
                    }
                    if (columns.dayOrNone("volunteer_due") != null) {
                        askedBy.add("VOLUNTEER");
                    }
                    return new Row(
                            columns.id("match"),
                            participant,
                            columns.words("participant_name", Words.PARTICIPANT_NAME, participant),
                            volunteer,
                            columns.words("volunteer_name", Words.VOLUNTEER_NAME, volunteer),
                            columns.words("volunteer_contact", Words.VOLUNTEER_CONTACT, volunteer),
                            columns.day("due_by"),
                            askedBy);
                })
                .list();
    }

    List<WayRow> waysTo(UUID participant) {
        return jdbc.sql("select * from participant_contact where participant = ? and safe order by channel")
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
}
