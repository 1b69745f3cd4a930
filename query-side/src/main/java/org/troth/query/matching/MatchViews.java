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
import org.troth.query.matching.MatchFile.Outside;
import org.troth.query.reading.Columns;
import org.troth.query.reading.Records;

/** What is asked about one match. */
@Repository
class MatchViews {

    /** A match; names are sealed. Which version of the charter each of the two has read is there while the match goes on. */
    record Row(
            UUID id,
            UUID participant,
            @Nullable Sealed participantName,
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
            @Nullable String endReason,
            @Nullable Integer readByParticipant,
            @Nullable Integer readByVolunteer,
            boolean participantHasAccount,
            boolean volunteerHasAccount) {}

    private static final int OUTSIDE = 10;

    private final JdbcClient jdbc;

    MatchViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> one(UUID match) {
        return jdbc.sql("""
                        select m.*, p.name as participant_name, v.name as volunteer_name,
                               greatest(ours.version, case when ours.version is not null then
                                   (select max(own.version) from charter_stand own
                                     where own.side = 'OWN' and own.id in %s) end) as participant_read,
                               theirs.version as volunteer_read,
                               exists (select from (select m.participant as own) o cross join lateral %s r (id)
                                         join account a on a.person = r.id
                                        where a.left_at is null) as participant_account,
                               exists (select from account a
                                        where a.person = m.volunteer and a.left_at is null) as volunteer_account
                          from match m join participant p on p.id = m.participant
                          left join volunteer v on v.id = m.volunteer
                          left join charter_stand ours on ours.id = m.id and ours.side = 'PARTICIPANT'
                          left join charter_stand theirs on theirs.id = m.id and theirs.side = 'VOLUNTEER'
                         where m.id = ?
                        """.formatted(Records.samePersonAs("ours.person"), Records.samePersonAs("o.own")))
                .param(match)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID participant = columns.id("participant");
                    UUID volunteer = columns.idOrNone("volunteer");
                    return new Row(
                            columns.id("id"),
                            participant,
                            columns.words("participant_name", Words.PARTICIPANT_NAME, participant),
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
                            columns.codeOrNone("end_reason"),
                            row.getObject("participant_read", Integer.class),
                            row.getObject("volunteer_read", Integer.class),
                            columns.flag("participant_account"),
                            columns.flag("volunteer_account"));
                })
                .optional();
    }

    List<Outside> outsideOf(UUID match) {
        return jdbc.sql("""
                        select id, kind, said_at, decision from outside_role
                         where match = ? order by said_position desc limit ?
                        """)
                .params(match, OUTSIDE)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Outside(
                            columns.id("id"),
                            columns.code("kind"),
                            columns.at("said_at"),
                            columns.codeOrNone("decision"));
                })
                .list();
    }
}
