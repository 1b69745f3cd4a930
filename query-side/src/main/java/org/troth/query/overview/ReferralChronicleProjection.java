package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
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

/** Tells what happened between a participant and the agencies that they were referred to. */
@KeepsRows
final class ReferralChronicleProjection {

    private final Chronicle chronicle;

    ReferralChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(ReferralOffered fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .code(fact.need())
                .tell();
    }

    @EventHandler
    void on(ReferralJudgedNotAppropriate fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .code(fact.need() + ", " + fact.reason())
                .tell();
    }

    @EventHandler
    void on(ReferralOfferDeclined fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .tell();
    }

    @EventHandler
    void on(ReferralSent fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .tell();
    }

    @EventHandler
    void on(AgencyOpeningMade fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .tell();
    }

    @EventHandler
    void on(AgencySittingBegun fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .tell();
    }

    @EventHandler
    void on(NonAcceptanceExplained fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .code(fact.reason())
                .tell();
    }

    @EventHandler
    void on(ReferralStarted fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .tell();
    }

    @EventHandler
    void on(ReferralUnanswered fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .until(fact.dueBy())
                .tell();
    }

    @EventHandler
    void on(ReferralAccepted fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .tell();
    }

    @EventHandler
    void on(ReferralNotAccepted fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .tell();
    }

    @EventHandler
    void on(ReferralOutcomeRecorded fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .code(fact.outcome().name())
                .tell();
    }

    @EventHandler
    void on(ReferralRecalled fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .tell();
    }

    @EventHandler
    void on(RecallNoticeGiven fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .code(fact.medium())
                .until(fact.day())
                .tell();
    }

    @EventHandler
    void on(ReferralClosed fact, EventMessage<?> message, TrackingToken token) {
        chronicle
                .of(fact, message, token)
                .with(fact.participant())
                .about(fact.referral().value())
                .tell();
    }
}
