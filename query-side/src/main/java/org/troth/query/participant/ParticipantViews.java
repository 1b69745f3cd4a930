package org.troth.query.participant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.participant.NameMarks.Name;
import org.troth.query.reading.Columns;

/** What the list of participants and their search ask. */
@Repository
class ParticipantViews {

    /** A person of the list; the name is sealed. */
    record Row(
            UUID id,
            @Nullable Sealed name,
            String stage,
            String matter,
            String language,
            Instant receivedAt,
            long position) {}

    private final JdbcClient jdbc;

    ParticipantViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> newest(long before, int limit) {
        return jdbc.sql("""
                        select p.id, p.name, c.stage, p.matter, p.language, p.received_at, p.received_position
                          from participant p join case_now c on c.participant = p.id
                         where p.received_position < ?
                           and not exists (select from merging g where g.merged = p.id and g.state = 'MERGED')
                         order by p.received_position desc limit ?
                        """).params(before, limit).query((row, at) -> row(row)).list();
    }

    /** Everybody with a name, newest enquiry first: whom a search compares. */
    List<Name> names() {
        return jdbc.sql("select id, name from participant where name is not null order by received_position desc")
                .query((row, at) -> new Name(name(new Columns(row)), null, null))
                .list();
    }

    /** The same, and what is known of their names. */
    List<Name> markedNames() {
        return jdbc.sql("""
                        select p.id, p.name, m.state, m.marks
                          from participant p left join name_mark m on m.person = p.id
                         where p.name is not null
                         order by p.received_position desc
                        """)
                .query((row, at) -> {
                    String state = row.getString("state");
                    return new Name(
                            name(new Columns(row)),
                            state == null ? null : NameMarks.State.valueOf(state),
                            row.getBytes("marks"));
                })
                .list();
    }

    List<Row> these(List<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select p.id, p.name, c.stage, p.matter, p.language, p.received_at, p.received_position
                                  from participant p join case_now c on c.participant = p.id
                                 where p.id in (:people)
                                 order by p.received_position desc
                                """)
                        .param("people", people)
                        .query((row, at) -> row(row))
                        .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        UUID id = columns.id("id");
        return new Row(
                id,
                columns.words("name", Words.PARTICIPANT_NAME, id),
                columns.code("stage"),
                columns.code("matter"),
                columns.code("language"),
                columns.at("received_at"),
                columns.number("received_position"));
    }

    private static Sealed name(Columns columns) throws SQLException {
        Sealed name = columns.words("name", Words.PARTICIPANT_NAME, columns.id("id"));
        if (name == null) {
            throw new IllegalStateException("a name was asked for");
        }
        return name;
    }
}
