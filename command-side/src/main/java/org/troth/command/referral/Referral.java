package org.troth.command.referral;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.troth.command.law.HouseLaw;
import org.troth.events.AgencyId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
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

/** A referral from the offer to its close. Only what shows or sends asks for a consent; cleaning up never does. */
@Aggregate
class Referral {

    @AggregateIdentifier
    private ReferralId id;

    // Both are set by the offer, which every handler that asks for them comes after.
    @SuppressWarnings("NullAway.Init")
    private ParticipantId participant;

    @SuppressWarnings("NullAway.Init")
    private AgencyId agency;

    private final ReferralProgress progress = new ReferralProgress();
    private final AgencyOpenings openings = new AgencyOpenings();

    Referral() {}

    @CommandHandler
    Referral(OfferReferral command) {
        if (!command.enrolment().supported()) {
            throw ReferralRefused.notEnrolled();
        }
        if (!command.listing().active()) {
            throw ReferralRefused.notActive();
        }
        apply(new ReferralOffered(
                command.referral(),
                command.participant(),
                command.listing().service(),
                command.listing().agency(),
                command.need()));
    }

    @CommandHandler
    Referral(JudgeNotAppropriate command) {
        if (!command.enrolment().supported()) {
            throw ReferralRefused.notEnrolled();
        }
        apply(new ReferralJudgedNotAppropriate(
                command.referral(),
                command.participant(),
                command.need(),
                command.reason(),
                HouseLaw.REFERRAL_JUDGEMENT));
    }

    @CommandHandler
    void handle(DeclineOffer command) {
        progress.refuseUnlessOffered();
        apply(new ReferralOfferDeclined(id, participant));
    }

    @CommandHandler
    void handle(ReleasePacket command) {
        progress.refuseUnlessOffered();
        String whyNot = command.consent().whyNot();
        if (whyNot != null) {
            throw ReferralRefused.consentNotInForce(whyNot);
        }
        apply(new ReferralSent(
                id,
                participant,
                agency,
                command.consent().consent(),
                command.consent().precondition().lastSequence(),
                command.classes(),
                command.packet(),
                command.notice(),
                HouseLaw.REFERRAL_RELEASE));
    }

    /** Asks for the consent as the release does: who may not be sent it may not be shown it. */
    @CommandHandler
    void handle(MakeAgencyOpening command, Clock clock) {
        progress.refuseUnlessInHand(command.consent());
        openings.refuseUnlessNext(command.number());
        apply(new AgencyOpeningMade(
                id,
                participant,
                agency,
                command.number(),
                clock.instant().plus(HouseLaw.OPENING_LASTS),
                HouseLaw.REFERRAL_OPENING));
    }

    @CommandHandler
    void handle(BeginAgencySitting command, Clock clock) {
        progress.refuseUnlessInHand(command.consent());
        openings.refuseUnlessOpen(command.opening(), clock.instant());
        apply(new AgencySittingBegun(
                id,
                participant,
                agency,
                command.opening(),
                command.consent().consent(),
                command.consent().precondition().lastSequence(),
                clock.instant().plus(HouseLaw.SITTING_LASTS),
                HouseLaw.REFERRAL_OPENING));
    }

    @CommandHandler
    void handle(NoteAcceptance command) {
        progress.refuseUnlessAwaitingAnswer();
        apply(new ReferralAccepted(id, participant));
    }

    @CommandHandler
    void handle(NoteNonAcceptance command) {
        progress.refuseUnlessAwaitingAnswer();
        apply(new ReferralNotAccepted(id, participant));
        String reason = command.reason();
        if (reason != null) {
            apply(new NonAcceptanceExplained(id, participant, reason));
        }
    }

    @CommandHandler
    void handle(NoteStart command) {
        progress.refuseUnlessAwaitingStart();
        apply(new ReferralStarted(id, participant));
    }

    /** The day after the last on which an answer was to come is the first on which there is none. */
    @CommandHandler
    void handle(NoteUnanswered command, Clock clock) {
        apply(new ReferralUnanswered(
                id,
                participant,
                agency,
                progress.missedDay(clock.instant(), clock.getZone()),
                HouseLaw.REFERRAL_UNANSWERED));
    }

    @CommandHandler
    void handle(RecordOutcome command) {
        progress.refuseUnlessAwaitingOutcome();
        apply(new ReferralOutcomeRecorded(id, participant, command.outcome(), command.words()));
    }

    /** Also when the referral is closed: the agency still holds what was sent. */
    @CommandHandler
    void handle(RecallReferral command) {
        progress.refuseUnlessRestingOn(command.consent());
        apply(new ReferralRecalled(id, participant, command.consent()));
    }

    @CommandHandler
    void handle(GiveRecallNotice command) {
        progress.refuseUnlessToBeTold();
        apply(new RecallNoticeGiven(
                id, participant, agency, command.notice(), command.medium(), command.day(), HouseLaw.REFERRAL_RECALL));
    }

    @CommandHandler
    void handle(CloseReferral command) {
        progress.refuseIfClosed();
        apply(new ReferralClosed(id, participant));
    }

    @EventSourcingHandler
    void on(ReferralOffered fact) {
        id = fact.referral();
        participant = fact.participant();
        agency = fact.agency();
    }

    /** It ends as it begins: whoever thinks of it again begins anew. */
    @EventSourcingHandler
    void on(ReferralJudgedNotAppropriate fact) {
        id = fact.referral();
        participant = fact.participant();
        progress.closed();
    }

    @EventSourcingHandler
    void on(ReferralOfferDeclined fact) {
        progress.declined();
    }

    @EventSourcingHandler
    void on(ReferralSent fact, @Timestamp Instant at) {
        progress.sent(fact, at);
    }

    @EventSourcingHandler
    void on(AgencyOpeningMade fact) {
        openings.on(fact);
    }

    @EventSourcingHandler
    void on(AgencySittingBegun fact) {
        openings.on(fact);
    }

    @EventSourcingHandler
    void on(ReferralAccepted fact) {
        progress.accepted();
    }

    @EventSourcingHandler
    void on(ReferralNotAccepted fact) {
        progress.notAccepted();
    }

    /** That they cannot help is recorded beside it, and decides. */
    @EventSourcingHandler
    void on(NonAcceptanceExplained fact) {}

    @EventSourcingHandler
    void on(ReferralStarted fact) {
        progress.started();
    }

    @EventSourcingHandler
    void on(ReferralUnanswered fact) {
        progress.unanswered();
    }

    @EventSourcingHandler
    void on(ReferralOutcomeRecorded fact) {
        progress.outcomeKnown();
    }

    @EventSourcingHandler
    void on(ReferralRecalled fact) {
        progress.recalled();
    }

    @EventSourcingHandler
    void on(RecallNoticeGiven fact) {
        progress.told();
    }

    @EventSourcingHandler
    void on(ReferralClosed fact) {
        progress.closed();
    }
}
