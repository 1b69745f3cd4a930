package org.troth.query.volunteer;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** What the pages about volunteers ask. */
@Repository
class VolunteerViews {

    private static final int WALKS = 50;
    private static final int VERSIONS = 50;

    /** A volunteer; the words are sealed. */
    record Row(
            UUID id,
            @Nullable Sealed name,
            @Nullable Sealed contact,
            @Nullable Sealed livedExperience,
            List<String> matters,
            List<String> languages,
            List<String> times,
            int capacity,
            int taken,
            @Nullable LocalDate qualifiedUntil,
            Instant registeredAt,
            long position) {}

    /** A match of a volunteer; the name of the person is sealed. */
    record WalkRow(
            UUID match,
            UUID participant,
            @Nullable Sealed name,
            String state,
            @Nullable Instant startedAt) {}

    private static final String VOLUNTEERS = """
            select v.*, (select count(*) from match m
                          where m.volunteer = v.id and m.state in ('PROPOSED', 'STARTED')) as taken
              from volunteer v
            """;

    private final JdbcClient jdbc;

    VolunteerViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> newest(long before, int limit) {
        return jdbc.sql(VOLUNTEERS + " where v.registered_position < ? order by v.registered_position desc limit ?")
                .params(before, limit)
                .query((row, at) -> row(row))
                .list();
    }

    Optional<Row> one(UUID volunteer) {
        return jdbc.sql(VOLUNTEERS + " where v.id = ?")
                .param(volunteer)
                .query((row, at) -> row(row))
                .optional();
    }

    /** What they are asked and where they walk now: matches of the past are counted against nobody, so they are not listed. */
    List<WalkRow> walksOf(UUID volunteer) {
        return jdbc.sql("""
                        select m.id, m.participant, p.name, m.state, m.started_at
                          from match m join participant p on p.id = m.participant
                         where m.volunteer = ? and m.state in ('PROPOSED', 'STARTED') order by m.requested_position desc limit ?
                        """)
                .params(volunteer, WALKS)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID participant = columns.id("participant");
                    return new WalkRow(
                            columns.id("id"),
                            participant,
                            columns.words("name", Words.PARTICIPANT_NAME, participant),
                            columns.code("state"),
                            columns.atOrNone("started_at"));
                })
                .list();
    }

    /** One time that it was written; the name is sealed. */
    record VersionRow(
            Instant writtenAt,
            @Nullable String reason,
            @Nullable Sealed name,
            @Nullable List<String> languages,
            @Nullable Sealed contact,
            boolean withoutContact) {}

    /** The last first. */
    List<VersionRow> versionsOf(UUID volunteer) {
        return jdbc.sql("select * from volunteer_version where volunteer = ? order by position desc limit ?")
                .params(volunteer, VERSIONS)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new VersionRow(
                            columns.at("written_at"),
                            columns.codeOrNone("reason"),
                            columns.words("name", Words.VOLUNTEER_NAME, volunteer),
                            columns.codeOrNone("languages") == null ? null : columns.codes("languages"),
                            columns.words("contact", Words.VOLUNTEER_CONTACT, volunteer),
                            columns.flag("without_contact"));
                })
                .list();
    }

    /** By when they are to be answered that they ask to be forgotten. */
    Optional<LocalDate> forgetBy(UUID volunteer) {
        return jdbc.sql("select answer_by from erasure_request where person = ?")
                .param(volunteer)
                .query((row, at) -> new Columns(row).day("answer_by"))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        UUID id = columns.id("id");
        return new Row(
                id,
                columns.words("name", Words.VOLUNTEER_NAME, id),
                columns.words("contact", Words.VOLUNTEER_CONTACT, id),
                columns.words("lived_experience", Words.VOLUNTEER_LIVED_EXPERIENCE, id),
                columns.codes("matters"),
                columns.codes("languages"),
                columns.codes("times"),
                columns.count("capacity"),
                columns.count("taken"),
                columns.dayOrNone("qualified_until"),
                columns.at("registered_at"),
                columns.number("registered_position"));
    }
}
