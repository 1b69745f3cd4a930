package org.troth.query.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.MatchAccepted;
import org.troth.events.matching.MatchingEvent.MatchDeclined;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequestClosed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.MatchingEvent.ProposalTakenBack;
import org.troth.events.matching.MatchingEvent.RequestDeclined;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.matching.MatchingEvent.WishApartTakenBack;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryAnswered;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.EnquiryRecognised;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.EnquiryWordsAdded;
import org.troth.events.participant.ParticipantEvent.FirstTellingHeard;
import org.troth.events.participant.ParticipantEvent.FirstTellingStepTaken;
import org.troth.events.participant.ParticipantEvent.FollowUpChosen;
import org.troth.events.participant.ParticipantEvent.FollowUpDropped;
import org.troth.events.participant.ParticipantEvent.FollowUpMade;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.participant.ParticipantEvent.OtherPersonNamed;
import org.troth.events.participant.ParticipantEvent.OtherPersonTakenOut;
import org.troth.events.participant.ParticipantEvent.ParticipantAccessNoted;
import org.troth.events.participant.ParticipantEvent.ParticipantAvailabilityStated;
import org.troth.events.participant.ParticipantEvent.ParticipantClassNoted;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.ParticipantLanguagesNoted;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.participant.ParticipantEvent.SuitabilityAssessed;
import org.troth.events.participant.ParticipantEvent.WaitingListJoined;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps where each case stands and since when; the counters beside it follow by themselves. */
@KeepsRows
final class CaseProjection {

    private static final Write ENQUIRED = new Write("case_now", """
            insert into case_now (participant, stage, stage_since, stage_position, enquired, asked_position)
            values (?, 'ENQUIRY', ?, ?, ?, ?)
            on conflict (participant) do update set
                stage = excluded.stage, stage_since = excluded.stage_since, stage_position = excluded.stage_position,
                match = null, change_due = null, urgency = null, asked_position = excluded.asked_position
            """);

    private static final Write LISTED = new Write("case_now", "update case_now set urgency = ? where participant = ?");

    private static final Write ASKED = new Write("case_wait", """
            insert into case_wait (participant, matter, asked) values (?, ?, ?)
            on conflict (participant) do update set asked = excluded.asked
            """);

    private static final Write MATTER =
            new Write("case_wait", "update case_wait set matter = ? where participant = ? and started is null");

    private static final Write WAITED =
            new Write("case_wait", "update case_wait set started = ? where participant = ? and started is null");

    private static final Write MOVED = new Write(
            "case_now",
            "update case_now set stage = ?, stage_since = ?, stage_position = ?, match = ? where participant = ?");

    /** Where support has ended already, a match that is ended late moves nothing any more. */
    private static final Write MATCHED = new Write("case_now", """
            update case_now set stage = ?, stage_since = ?, stage_position = ?, match = ?
             where participant = ? and stage <> 'CLOSED'
            """);

    private static final Write ENDED = new Write("case_now", """
            update case_now set stage = 'CLOSED', stage_since = ?, stage_position = ?, match = null, change_due = null,
                                urgency = null
             where participant = ?
            """);

    private static final Write ENROLLED = new Write("case_now", """
            update case_now set stage = 'ENROLLED', stage_since = ?, stage_position = ?, enrolled = ?
             where participant = ?
            """);

    private static final Write CHANGE_ASKED = new Write("case_now", """
            update case_now set change_due = least(change_due, ?::date) where participant = ? and stage <> 'CLOSED'
            """);

    /** A match that is ended after support has ended, or has begun again, moves nothing. */
    private static final Write PARTED = new Write("case_now", """
            update case_now set stage = ?, stage_since = ?, stage_position = ?, match = null, change_due = null
             where participant = ? and match = ?
            """);

    private final Rows rows;
    private final ZoneId zone;

    CaseProjection(Rows rows, ZoneId zone) {
        this.rows = rows;
        this.zone = zone;
    }

    @EventHandler
    void on(EnquiryReceived fact, @Timestamp Instant at, TrackingToken token) {
        UUID person = fact.participant().value();
        rows.write(ENQUIRED, person, at, Rows.position(token), month(at), Rows.position(token));
        rows.write(ASKED, person, fact.matter(), at);
    }

    @EventHandler
    void on(IntakeCompleted fact, @Timestamp Instant at, TrackingToken token) {
        moved(fact.participant(), Stage.INTAKE, null, at, token);
        rows.write(MATTER, fact.matter(), fact.participant().value());
    }

    @EventHandler
    void on(IntakeCorrected fact) {
        if (fact.matter() != null) {
            rows.write(MATTER, fact.matter(), fact.participant().value());
        }
    }

    /** Who somebody is does not move a case. */
    @EventHandler
    void on(ParticipantClassNoted fact) {}

    /** Nor which languages they speak. */
    @EventHandler
    void on(ParticipantLanguagesNoted fact) {}

    /** Nor what they need to take part. */
    @EventHandler
    void on(ParticipantAccessNoted fact) {}

    /** What was weighed does not move a case. */
    @EventHandler
    void on(SuitabilityAssessed fact) {}

    @EventHandler
    void on(WaitingListJoined fact) {
        int place = switch (fact.urgency()) {
            case URGENT -> 0;
            case SOON -> 1;
            case STEADY -> 2;
        };
        rows.write(LISTED, place, fact.participant().value());
    }

    @EventHandler
    void on(ParticipantEnrolled fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                ENROLLED,
                at,
                Rows.position(token),
                month(at),
                fact.participant().value());
    }

    @EventHandler
    void on(EnquiryClosed fact, @Timestamp Instant at, TrackingToken token) {
        moved(fact.participant(), Stage.CLOSED, null, at, token);
    }

    @EventHandler
    void on(EnquiryWithdrawn fact, @Timestamp Instant at, TrackingToken token) {
        moved(fact.participant(), Stage.CLOSED, null, at, token);
    }

    @EventHandler
    void on(CaseClosed fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(ENDED, at, Rows.position(token), fact.participant().value());
    }

    @EventHandler
    void on(CaseReopened fact, @Timestamp Instant at, TrackingToken token) {
        moved(fact.participant(), Stage.ENROLLED, null, at, token);
    }

    /** A wish for afterwards does not move a case. */
    @EventHandler
    void on(FollowUpChosen fact) {}

    /** A wish for afterwards does not move a case. */
    @EventHandler
    void on(FollowUpDropped fact) {}

    /** That they were asked does not move a case. */
    @EventHandler
    void on(FollowUpMade fact) {}

    /** What was told does not move a case. */
    @EventHandler
    void on(FirstTellingHeard fact) {}

    /** What is done next does not move a case. */
    @EventHandler
    void on(FirstTellingStepTaken fact) {}

    /** Who is named does not move a case. */
    @EventHandler
    void on(OtherPersonNamed fact) {}

    /** Who is named does not move a case. */
    @EventHandler
    void on(OtherPersonTakenOut fact) {}

    /** A code does not move a case. */
    @EventHandler
    void on(ReceiptGiven fact) {}

    /** Words do not move a case. */
    @EventHandler
    void on(EnquiryWordsAdded fact) {}

    /** An answer does not move a case. */
    @EventHandler
    void on(EnquiryAnswered fact) {}

    /** The intake that follows moves it. */
    @EventHandler
    void on(EnquiryRecognised fact) {}

    /** A way to be reached does not move a case. */
    @EventHandler
    void on(SafeContactChosen fact) {}

    /** A way to be reached does not move a case. */
    @EventHandler
    void on(ContactMarkedUnsafe fact) {}

    /** When somebody has time does not move a case. */
    @EventHandler
    void on(ParticipantAvailabilityStated fact) {}

    /** That the second contact sees to it, too, does not move a case. */
    @EventHandler
    void on(ChangeOverdue fact) {}

    /** Who runs the programme is not to learn of it: nothing of the case moves. */
    @EventHandler
    void on(SecondContactAsked fact) {}

    /** What somebody no longer minds is theirs alone to know: nothing of the case moves. */
    @EventHandler
    void on(WishApartTakenBack fact) {}

    /** A No changes nothing, and nobody counts it. */
    @EventHandler
    void on(RequestDeclined fact) {}

    @EventHandler
    void on(MatchRequested fact, @Timestamp Instant at, TrackingToken token) {
        matched(fact.participant(), Stage.REQUESTED, fact.match().value(), at, token);
    }

    @EventHandler
    void on(MatchProposed fact, @Timestamp Instant at, TrackingToken token) {
        matched(fact.participant(), Stage.PROPOSED, fact.match().value(), at, token);
    }

    /** One answer of two: the case still waits where it was. */
    @EventHandler
    void on(MatchAccepted fact) {}

    @EventHandler
    void on(MatchDeclined fact, @Timestamp Instant at, TrackingToken token) {
        matched(fact.participant(), Stage.REQUESTED, fact.match().value(), at, token);
    }

    @EventHandler
    void on(ProposalTakenBack fact, @Timestamp Instant at, TrackingToken token) {
        matched(fact.participant(), Stage.REQUESTED, fact.match().value(), at, token);
    }

    @EventHandler
    void on(MatchStarted fact, @Timestamp Instant at, TrackingToken token) {
        matched(fact.participant(), Stage.WALKING, fact.match().value(), at, token);
        rows.write(WAITED, at, fact.participant().value());
    }

    @EventHandler
    void on(ChangeAsked fact) {
        rows.write(CHANGE_ASKED, fact.dueBy(), fact.participant().value());
    }

    /** Where the person still looks for somebody, the case waits for a new request. */
    @EventHandler
    void on(MatchEnded fact, @Timestamp Instant at, TrackingToken token) {
        Stage next = switch (fact.reason()) {
            case CHANGE_ARRANGED, VOLUNTEER_LEFT -> Stage.ENROLLED;
            case SUPPORT_COMPLETE, SUPPORT_ENDED, PARTICIPANT_LEFT -> Stage.RESTING;
        };
        parted(fact.participant(), fact.match(), next, at, token);
    }

    @EventHandler
    void on(MatchRequestClosed fact, @Timestamp Instant at, TrackingToken token) {
        parted(fact.participant(), fact.match(), Stage.RESTING, at, token);
    }

    private void moved(ParticipantId participant, Stage stage, @Nullable UUID match, Instant at, TrackingToken token) {
        rows.write(MOVED, stage, at, Rows.position(token), match, participant.value());
    }

    private void matched(ParticipantId participant, Stage stage, UUID match, Instant at, TrackingToken token) {
        rows.write(MATCHED, stage, at, Rows.position(token), match, participant.value());
    }

    private void parted(ParticipantId participant, MatchId match, Stage stage, Instant at, TrackingToken token) {
        rows.write(PARTED, stage, at, Rows.position(token), participant.value(), match.value());
    }

    private LocalDate month(Instant at) {
        return LocalDate.ofInstant(at, zone).withDayOfMonth(1);
    }
}
