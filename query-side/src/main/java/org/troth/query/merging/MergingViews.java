package org.troth.query.merging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.merging.TwoRecords.Standing;
import org.troth.query.reading.Columns;
import org.troth.query.reading.Records;

/** What is asked about two records; words are sealed. */
@Repository
class MergingViews {

    /** One of the two. */
    record PersonRow(
            UUID id,
            @Nullable Sealed name,
            String stage,
            String matter,
            String language,
            Instant receivedAt,
            @Nullable Instant enrolledAt) {}

    /** A way to reach them. */
    record ReachRow(String channel, boolean safe, @Nullable Sealed address) {}

    private final JdbcClient jdbc;

    MergingViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PersonRow> one(UUID participant) {
        return jdbc.sql("""
                        select p.id, p.name, p.matter, p.language, p.received_at, p.enrolled_at, c.stage
                          from participant p join case_now c on c.participant = p.id where p.id = ?
                        """)
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new PersonRow(
                            columns.id("id"),
                            columns.words("name", Words.PARTICIPANT_NAME, columns.id("id")),
                            columns.code("stage"),
                            columns.code("matter"),
                            columns.code("language"),
                            columns.at("received_at"),
                            columns.atOrNone("enrolled_at"));
                })
                .optional();
    }

    /** As long as the two are one person, what is unsafe in the one is so in the other. */
    List<ReachRow> contactsOf(UUID participant) {
        return jdbc.sql("""
                        select c.channel, c.address, c.safe and not %s as safe
                          from participant_contact c where c.participant = ? order by c.channel
                        """.formatted(Records.UNSAFE_ELSEWHERE))
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    boolean safe = columns.flag("safe");
                    return new ReachRow(
                            columns.code("channel"),
                            safe,
                            safe ? columns.words("address", Words.PARTICIPANT_CONTACT, participant) : null);
                })
                .list();
    }

    /** What stands between the two, in whichever order. */
    Optional<Standing> between(UUID one, UUID other, UUID reader) {
        return jdbc.sql("""
                        select * from merging
                         where (merged = :one and kept = :other) or (merged = :other and kept = :one)
                         order by position desc limit 1
                        """)
                .param("one", one)
                .param("other", other)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Standing(
                            columns.id("kept"),
                            columns.id("merged"),
                            columns.code("state"),
                            columns.code("ground"),
                            columns.at("since"),
                            reader.equals(columns.idOrNone("decider")));
                })
                .optional();
    }
}
