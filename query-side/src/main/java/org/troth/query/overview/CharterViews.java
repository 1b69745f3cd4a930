package org.troth.query.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.overview.OwnPages.SaidOutside;
import org.troth.query.reading.Columns;

/** What people's own pages ask about the charter of the role, and about what lies outside it. */
@Repository
class CharterViews {

    private static final int MOST = 5;

    /** What somebody asked for; the note is sealed. */
    record AskedRow(
            UUID id,
            UUID participant,
            @Nullable String kind,
            @Nullable Sealed note,
            Instant saidAt,
            @Nullable String decision) {}

    private final JdbcClient jdbc;

    CharterViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version that a person with these records has read; 0 where they have read none. */
    int readBy(List<UUID> records) {
        return jdbc.sql("select coalesce(max(version), 0) from charter_stand where id in (:records) and side = 'OWN'")
                .param("records", records)
                .query(Integer.class)
                .single();
    }

    /**
     * What a person with these records asked for, the last first. Of what may endanger them when somebody looks over their shoulder, only
     * that it was something.
     */
    List<AskedRow> askedBy(List<UUID> participants) {
        return jdbc.sql("""
            select id, participant, nullif(kind, 'danger') as kind, case when kind <> 'danger' then note end as note,
                   said_at, decision
              from outside_role where participant in (:participants) order by said_position desc limit :most
            """)
                .param("participants", participants)
                .param("most", MOST)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID participant = columns.id("participant");
                    return new AskedRow(
                            columns.id("id"),
                            participant,
                            columns.codeOrNone("kind"),
                            columns.words("note", Words.OUTSIDE_ROLE_NOTE, participant),
                            columns.at("said_at"),
                            columns.codeOrNone("decision"));
                })
                .list();
    }

    /** What was said in this match, the last first; what was decided is not for the one who said it. */
    List<SaidOutside> saidIn(UUID match) {
        return jdbc.sql("""
            select id, match, kind, said_at, decided_at is not null as dealt_with from outside_role
             where match = ? order by said_position desc limit ?
            """)
                .params(match, MOST)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new SaidOutside(
                            columns.id("id"),
                            columns.id("match"),
                            columns.code("kind"),
                            columns.at("said_at"),
                            columns.flag("dealt_with"));
                })
                .list();
    }
}
