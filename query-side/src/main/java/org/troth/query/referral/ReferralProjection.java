package org.troth.query.referral;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.troth.events.ReferralId;
import org.troth.events.account.Role;
import org.troth.events.message.MessageEvent;
import org.troth.events.message.MessageEvent.MessageGivenUp;
import org.troth.events.message.MessageEvent.MessageLeaving;
import org.troth.events.message.MessageEvent.MessageLeft;
import org.troth.events.message.MessageEvent.MessageNotTaken;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.MessageUnaccounted;
import org.troth.events.message.MessageEvent.MessageWithheld;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.message.Receiver;
import org.troth.events.recording.Metadata;
import org.troth.events.referral.ReferralEvent;
import org.troth.events.referral.ReferralEvent.AgencyOpeningMade;
import org.troth.events.referral.ReferralEvent.AgencySittingBegun;
import org.troth.events.referral.ReferralEvent.NonAcceptanceExplained;
import org.troth.events.referral.ReferralEvent.RecallNoticeGiven;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralJudgedNotAppropriate;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOfferDeclined;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralOutcomeRecorded;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;
import org.troth.events.referral.ReferralEvent.ReferralStarted;
import org.troth.events.referral.ReferralEvent.ReferralUnanswered;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each referral. */
@KeepsRows
final class ReferralProjection {

    private static final Write OFFERED = new Write("referral", """
        insert into referral (id, participant, service, agency, need, state, offered_at, moved_at, offered_position)
        values (?, ?, ?, ?, ?, 'OFFERED', ?, ?, ?)
        on conflict (id) do update set
            state = excluded.state, consent = null, classes = '', notice_name = null, notice_version = null,
            notice_sha256 = null, outcome = null, offered_at = excluded.offered_at,
            offered_position = excluded.offered_position, sent_at = null, answered_at = null, closed_at = null,
            packet = null, outcome_words = null, recalled_at = null, told_on = null, told_by = null, task = 'draft',
            moved_at = excluded.offered_at, started_at = null, why_not = null, answered_by_agency = false,
            opening_until = null, opened_at = null, unanswered_since = null,
            note = null, note_state = null, note_reason = null, note_at = null
        """);

    private static final Write JUDGED = new Write("referral", """
        insert into referral (id, participant, need, state, task, offered_at, moved_at, closed_at, offered_position,
                              why_not)
        values (?, ?, ?, 'NOT_APPROPRIATE', 'cancelled', ?, ?, ?, ?, ?) on conflict (id) do nothing
        """);

    private static final Write SENT = new Write("referral", """
        update referral set state = 'SENT', consent = ?, classes = ?, packet = ?, notice_name = ?,
                            notice_version = ?, notice_sha256 = ?, sent_at = ?
         where id = ?
        """);

    private static final Write ANSWERED = new Write("referral", """
        update referral set state = ?, answered_at = ?, answered_by_agency = ? where id = ?
        """);

    private static final Write EXPLAINED = new Write("referral", "update referral set why_not = ? where id = ?");

    private static final Write STARTED = new Write("referral", "update referral set started_at = ? where id = ?");

    private static final Write UNANSWERED =
            new Write("referral", "update referral set unanswered_since = ? where id = ?");

    private static final Write OPENING_MADE =
            new Write("referral", "update referral set opening_until = ? where id = ?");

    private static final Write OPENED =
            new Write("referral", "update referral set opening_until = null, opened_at = ? where id = ?");

    /** Whatever the table of steps forbids leaves the task where it is. */
    private static final Write MOVED = new Write("referral", """
        update referral set task = ?, moved_at = ? where id = ? and task = any(string_to_array(?, ' '))
        """);

    private static final Write OUTCOME = new Write(
            "referral", "update referral set state = 'OUTCOME_KNOWN', outcome = ?, outcome_words = ? where id = ?");

    private static final Write RECALLED =
            new Write("referral", "update referral set state = 'RECALLED', recalled_at = ? where id = ?");

    private static final Write TOLD =
            new Write("referral", "update referral set told_on = ?, told_by = ? where id = ?");

    private static final Write ENDED =
            new Write("referral", "update referral set state = ?, closed_at = ? where id = ?");

    private static final Write NOTE_DUE = new Write("referral", """
        update referral set note = ?, note_state = 'QUEUED', note_reason = null, note_at = ? where id = ?
        """);

    private static final Write NOTE_MOVED =
            new Write("referral", "update referral set note_state = ?, note_reason = ?, note_at = ? where note = ?");

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
                at,
                Rows.position(token));
    }

    @EventHandler
    void on(ReferralJudgedNotAppropriate fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                JUDGED,
                fact.referral().value(),
                fact.participant().value(),
                fact.need(),
                at,
                at,
                at,
                Rows.position(token),
                fact.reason());
    }

    @EventHandler
    void on(ReferralOfferDeclined fact, @Timestamp Instant at) {
        rows.write(ENDED, "DECLINED", at, fact.referral().value());
        move(TaskStep.DECLINE, fact.referral(), at);
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
        move(TaskStep.SEND, fact.referral(), at);
    }

    @EventHandler
    void on(AgencyOpeningMade fact) {
        rows.write(OPENING_MADE, fact.until(), fact.referral().value());
    }

    @EventHandler
    void on(AgencySittingBegun fact, @Timestamp Instant at) {
        rows.write(OPENED, at, fact.referral().value());
        move(TaskStep.OPEN, fact.referral(), at);
    }

    @EventHandler
    void on(ReferralAccepted fact, EventMessage<?> message) {
        answered("ACCEPTED", fact.referral(), message);
        move(TaskStep.ACCEPT, fact.referral(), message.getTimestamp());
    }

    @EventHandler
    void on(ReferralNotAccepted fact, EventMessage<?> message) {
        answered("NOT_ACCEPTED", fact.referral(), message);
        move(TaskStep.REFUSE, fact.referral(), message.getTimestamp());
    }

    /** Whether the agency said so itself, the roles of whoever acted tell. */
    private void answered(String state, ReferralId referral, EventMessage<?> message) {
        boolean byAgency = Role.AGENCY.name().equals(message.getMetaData().get(Metadata.ROLES));
        rows.write(ANSWERED, state, message.getTimestamp(), byAgency, referral.value());
    }

    @EventHandler
    void on(NonAcceptanceExplained fact) {
        rows.write(EXPLAINED, fact.reason(), fact.referral().value());
    }

    @EventHandler
    void on(ReferralStarted fact, @Timestamp Instant at) {
        rows.write(STARTED, at, fact.referral().value());
        move(TaskStep.START, fact.referral(), at);
    }

    @EventHandler
    void on(ReferralUnanswered fact) {
        rows.write(UNANSWERED, fact.dueBy(), fact.referral().value());
    }

    @EventHandler
    void on(ReferralOutcomeRecorded fact, @Timestamp Instant at) {
        rows.write(OUTCOME, fact.outcome(), fact.words(), fact.referral().value());
        move(
                fact.outcome() == ReferralEvent.Outcome.NO_OUTCOME_KNOWN ? TaskStep.LOSE_SIGHT : TaskStep.CONCLUDE,
                fact.referral(),
                at);
    }

    @EventHandler
    void on(ReferralRecalled fact, @Timestamp Instant at) {
        rows.write(RECALLED, at, fact.referral().value());
        move(TaskStep.RECALL, fact.referral(), at);
    }

    @EventHandler
    void on(RecallNoticeGiven fact) {
        rows.write(TOLD, fact.day(), fact.medium(), fact.referral().value());
    }

    @EventHandler
    void on(ReferralClosed fact, @Timestamp Instant at) {
        rows.write(ENDED, "CLOSED", at, fact.referral().value());
        move(TaskStep.CLOSE, fact.referral(), at);
    }

    private void move(TaskStep step, ReferralId referral, Instant at) {
        rows.write(MOVED, step.to().code(), at, referral.value(), step.fromCodes());
    }

    @EventHandler
    void on(MessageQueued fact, @Timestamp Instant at) {
        if (fact.occasion() == Occasion.REFERRAL_SENT) {
            rows.write(NOTE_DUE, fact.message().value(), at, fact.about());
        }
    }

    @EventHandler
    void on(MessageLeaving fact, @Timestamp Instant at) {
        note(fact, "LEAVING", null, at);
    }

    @EventHandler
    void on(MessageLeft fact, @Timestamp Instant at) {
        note(fact, "GONE", null, at);
    }

    @EventHandler
    void on(MessageNotTaken fact, @Timestamp Instant at) {
        note(fact, "NOT_TAKEN", null, at);
    }

    @EventHandler
    void on(MessageGivenUp fact, @Timestamp Instant at) {
        note(fact, "GIVEN_UP", fact.trouble(), at);
    }

    @EventHandler
    void on(MessageUnaccounted fact, @Timestamp Instant at) {
        note(fact, "UNACCOUNTED", null, at);
    }

    @EventHandler
    void on(MessageWithheld fact, @Timestamp Instant at) {
        note(fact, "WITHHELD", fact.why(), at);
    }

    private void note(MessageEvent fact, String state, @Nullable Enum<?> reason, Instant at) {
        if (fact.receiver().kind() == Receiver.Kind.AGENCY) {
            rows.write(NOTE_MOVED, state, reason, at, fact.message().value());
        }
    }
}
