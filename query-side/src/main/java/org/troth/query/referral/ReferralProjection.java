package org.troth.query.referral;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.referral.ReferralEvent.RecallNoticeGiven;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOfferDeclined;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralOutcomeRecorded;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each referral. */
@KeepsRows
final class ReferralProjection {

    private static final Write OFFERED = new Write("referral", """
        insert into referral (id, participant, service, agency, need, state, offered_at, offered_position)
        values (?, ?, ?, ?, ?, 'OFFERED', ?, ?)
        on conflict (id) do update set
            state = excluded.state, consent = null, classes = '', notice_name = null, notice_version = null,
            notice_sha256 = null, outcome = null, offered_at = excluded.offered_at,
            offered_position = excluded.offered_position, sent_at = null, answered_at = null, closed_at = null,
            packet = null, outcome_words = null, recalled_at = null, told_on = null, told_by = null
        """);

    private static final Write SENT = new Write("referral", """
        update referral set state = 'SENT', consent = ?, classes = ?, packet = ?, notice_name = ?,
                            notice_version = ?, notice_sha256 = ?, sent_at = ?
         where id = ?
        """);

    private static final Write ANSWERED =
            new Write("referral", "update referral set state = ?, answered_at = ? where id = ?");

    private static final Write OUTCOME = new Write(
            "referral", "update referral set state = 'OUTCOME_KNOWN', outcome = ?, outcome_words = ? where id = ?");

    private static final Write RECALLED =
            new Write("referral", "update referral set state = 'RECALLED', recalled_at = ? where id = ?");

    private static final Write TOLD =
            new Write("referral", "update referral set told_on = ?, told_by = ? where id = ?");

    private static final Write ENDED =
            new Write("referral", "update referral set state = ?, closed_at = ? where id = ?");

    private final Rows rows;

    ReferralProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(ReferralOffered fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                OFFERED,
                fact.referral().value(),
                fact.participant().value(),
                fact.service().value(),
                fact.agency().value(),
                fact.need(),
                at,
                Rows.position(token));
    }

    @EventHandler
    void on(ReferralOfferDeclined fact, @Timestamp Instant at) {
        rows.write(ENDED, "DECLINED", at, fact.referral().value());
    }

    @EventHandler
    void on(ReferralSent fact, @Timestamp Instant at) {
        rows.write(
                SENT,
                fact.consent().value(),
                fact.classes(),
                fact.packet(),
                fact.notice().name(),
                fact.notice().version(),
                fact.notice().sha256(),
                at,
                fact.referral().value());
    }

    @EventHandler
    void on(ReferralAccepted fact, @Timestamp Instant at) {
        rows.write(ANSWERED, "ACCEPTED", at, fact.referral().value());
    }

    @EventHandler
    void on(ReferralNotAccepted fact, @Timestamp Instant at) {
        rows.write(ANSWERED, "NOT_ACCEPTED", at, fact.referral().value());
    }

    @EventHandler
    void on(ReferralOutcomeRecorded fact) {
        rows.write(OUTCOME, fact.outcome(), fact.words(), fact.referral().value());
    }

    @EventHandler
    void on(ReferralRecalled fact, @Timestamp Instant at) {
        rows.write(RECALLED, at, fact.referral().value());
    }

    @EventHandler
    void on(RecallNoticeGiven fact) {
        rows.write(TOLD, fact.day(), fact.medium(), fact.referral().value());
    }

    @EventHandler
    void on(ReferralClosed fact, @Timestamp Instant at) {
        rows.write(ENDED, "CLOSED", at, fact.referral().value());
    }
}
