package org.troth.query.charter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.charter.OutsideFile.ReferralChoice;
import org.troth.query.reading.Columns;

/** What is asked about one thing that lies outside the role. */
@Repository
class OutsideViews {

    private static final int CHOICES = 20;

    /** What was said; names and the note are sealed. */
    record Row(
            UUID id,
            UUID match,
            UUID participant,
            @Nullable Sealed participantName,
            UUID volunteer,
            @Nullable Sealed volunteerName,
            String kind,
            @Nullable Sealed note,
            Instant saidAt,
            @Nullable String decision,
            @Nullable UUID referral,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt) {}

    private final JdbcClient jdbc;

    OutsideViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Row> one(UUID outside) {
        return jdbc.sql("""
            select o.*, p.name as participant_name, v.name as volunteer_name
              from outside_role o join participant p on p.id = o.participant
              left join volunteer v on v.id = o.volunteer
             where o.id = ?
            """)
                .param(outside)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID participant = columns.id("participant");
                    UUID volunteer = columns.id("volunteer");
                    return new Row(
                            columns.id("id"),
                            columns.id("match"),
                            participant,
                            columns.words("participant_name", Words.PARTICIPANT_NAME, participant),
                            volunteer,
                            columns.words("volunteer_name", Words.VOLUNTEER_NAME, volunteer),
                            columns.code("kind"),
                            columns.words("note", Words.OUTSIDE_ROLE_NOTE, participant),
                            columns.at("said_at"),
                            columns.codeOrNone("decision"),
                            columns.idOrNone("referral"),
                            columns.idOrNone("decided_by"),
                            columns.atOrNone("decided_at"));
                })
                .optional();
    }

    /** What was decided about this person after this was said: what was decided before is no answer to it. */
    List<ReferralChoice> referralsAfter(UUID outside) {
        return jdbc.sql("""
            select r.id, r.state, r.need, s.name as service, r.offered_at
              from outside_role o join referral r on r.participant = o.participant and r.offered_position > o.said_position
              left join service s on s.id = r.service
             where o.id = ? order by r.offered_position desc limit ?
            """)
                .params(outside, CHOICES)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new ReferralChoice(
                            columns.id("id"),
                            columns.code("state"),
                            columns.code("need"),
                            columns.codeOrNone("service"),
                            columns.at("offered_at"));
                })
                .list();
    }
}
