package org.troth.command.referral;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.consent.ConsentInForce;
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

/** A referral from the offer to its close. Only sending asks for a consent; cleaning up never does. */
@Aggregate
class Referral {

    private enum State {
        OFFERED,
        OFFER_DECLINED,
        SENT,
        ACCEPTED,
        STARTED,
        NOT_ACCEPTED
    }

    @AggregateIdentifier
    private ReferralId id;

    // Both are set by the first fact, which every other handler comes after; of what was not offered nothing asks for an agency.
    @SuppressWarnings("NullAway.Init")
    private ParticipantId participant;

    @SuppressWarnings("NullAway.Init")
    private AgencyId agency;

    private State state = State.OFFERED;

    private @Nullable ConsentId consent;

    private @Nullable Instant sentAt;

    private final AgencyOpenings openings = new AgencyOpenings();

    private boolean unanswered;
    private boolean recalled;
    private boolean told;
    private boolean outcomeKnown;
    private boolean closed;

    Referral() {}

    @CommandHandler
    Referral(OfferReferral command) {
        if (!command.enrolment().enrolled()) {
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
        apply(new ReferralJudgedNotAppropriate(
                command.referral(),
                command.participant(),
                command.need(),
                command.reason(),
                HouseLaw.REFERRAL_JUDGEMENT));
    }

    @CommandHandler
    void handle(DeclineOffer command) {
        refuseUnlessOffered();
        apply(new ReferralOfferDeclined(id, participant));
    }

    @CommandHandler
    void handle(ReleasePacket command) {
        refuseUnlessOffered();
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

    private void refuseUnlessOffered() {
        refuseIfClosed();
        switch (state) {
            case OFFER_DECLINED -> throw ReferralRefused.declinedByParticipant();
            case SENT, ACCEPTED, STARTED, NOT_ACCEPTED -> throw ReferralRefused.alreadySent();
            case OFFERED -> {}
        }
    }

    /** Asks for the consent as the release does: who may not be sent it may not be shown it. */
    @CommandHandler
    void handle(MakeAgencyOpening command, Clock clock) {
        refuseUnlessInHand(command.consent());
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
        refuseUnlessInHand(command.consent());
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

    /** Whoever cannot help needs nothing of it any more. */
    private void refuseUnlessInHand(ConsentInForce.Answer asked) {
        refuseIfClosed();
        if (recalled) {
            throw ReferralRefused.recalled();
        }
        switch (state) {
            case OFFERED, OFFER_DECLINED -> throw ReferralRefused.notSent();
            case NOT_ACCEPTED -> throw ReferralRefused.agencyCannotHelp();
            case SENT, ACCEPTED, STARTED -> {}
        }
        if (!asked.consent().equals(consent)) {
            throw ReferralRefused.restsOnAnother();
        }
        String whyNot = asked.whyNot();
        if (whyNot != null) {
            throw ReferralRefused.consentNotInForce(whyNot);
        }
    }

    @CommandHandler
    void handle(NoteAcceptance command) {
        refuseUnlessAwaitingAnswer();
        apply(new ReferralAccepted(id, participant));
    }

    @CommandHandler
    void handle(NoteNonAcceptance command) {
        refuseUnlessAwaitingAnswer();
        apply(new ReferralNotAccepted(id, participant));
        String reason = command.reason();
        if (reason != null) {
            apply(new NonAcceptanceExplained(id, participant, reason));
        }
    }

    @CommandHandler
    void handle(NoteStart command) {
        refuseIfClosed();
        if (recalled) {
            throw ReferralRefused.recalled();
        }
        if (outcomeKnown) {
            throw ReferralRefused.outcomeKnown();
        }
        switch (state) {
            case OFFERED, OFFER_DECLINED -> throw ReferralRefused.notSent();
            case SENT, NOT_ACCEPTED -> throw ReferralRefused.notAccepted();
            case STARTED -> throw ReferralRefused.alreadyStarted();
            case ACCEPTED -> apply(new ReferralStarted(id, participant));
        }
    }

    /** The day after the last on which an answer was to come is the first on which there is none. */
    @CommandHandler
    void handle(NoteUnanswered command, Clock clock) {
        Instant sent = sentAt;
        if (sent == null || state != State.SENT || outcomeKnown || recalled || closed || unanswered) {
            throw ReferralRefused.notUnanswered();
        }
        LocalDate dueBy = HouseLaw.answerDueBy(LocalDate.ofInstant(sent, clock.getZone()));
        if (!LocalDate.now(clock).isAfter(dueBy)) {
            throw ReferralRefused.notUnanswered();
        }
        apply(new ReferralUnanswered(id, participant, agency, dueBy, HouseLaw.REFERRAL_UNANSWERED));
    }

    private void refuseUnlessAwaitingAnswer() {
        refuseIfClosed();
        if (recalled) {
            throw ReferralRefused.recalled();
        }
        switch (state) {
            case OFFERED, OFFER_DECLINED -> throw ReferralRefused.notSent();
            case ACCEPTED, STARTED, NOT_ACCEPTED -> throw ReferralRefused.alreadyAnswered();
            case SENT -> {}
        }
    }

    @CommandHandler
    void handle(RecordOutcome command) {
        refuseIfClosed();
        if (state == State.OFFERED || state == State.OFFER_DECLINED) {
            throw ReferralRefused.notSent();
        }
        if (outcomeKnown) {
            throw ReferralRefused.outcomeKnown();
        }
        apply(new ReferralOutcomeRecorded(id, participant, command.outcome(), command.words()));
    }

    /** Also when the referral is closed: the agency still holds what was sent. */
    @CommandHandler
    void handle(RecallReferral command) {
        if (consent == null || !consent.equals(command.consent())) {
            throw ReferralRefused.restsOnAnother();
        }
        if (recalled) {
            throw ReferralRefused.recalled();
        }
        apply(new ReferralRecalled(id, participant, command.consent()));
    }

    @CommandHandler
    void handle(GiveRecallNotice command) {
        if (!recalled) {
            throw ReferralRefused.notRecalled();
        }
        if (told) {
            throw ReferralRefused.alreadyTold();
        }
        apply(new RecallNoticeGiven(
                id, participant, agency, command.notice(), command.medium(), command.day(), HouseLaw.REFERRAL_RECALL));
    }

    @CommandHandler
    void handle(CloseReferral command) {
        refuseIfClosed();
        apply(new ReferralClosed(id, participant));
    }

    private void refuseIfClosed() {
        if (closed) {
            throw ReferralRefused.closed();
        }
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
        closed = true;
    }

    @EventSourcingHandler
    void on(ReferralOfferDeclined fact) {
        state = State.OFFER_DECLINED;
    }

    @EventSourcingHandler
    void on(ReferralSent fact, @Timestamp Instant at) {
        state = State.SENT;
        consent = fact.consent();
        sentAt = at;
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
        state = State.ACCEPTED;
    }

    @EventSourcingHandler
    void on(ReferralNotAccepted fact) {
        state = State.NOT_ACCEPTED;
    }

    /** That they cannot help is recorded beside it, and decides. */
    @EventSourcingHandler
    void on(NonAcceptanceExplained fact) {}

    @EventSourcingHandler
    void on(ReferralStarted fact) {
        state = State.STARTED;
    }

    @EventSourcingHandler
    void on(ReferralUnanswered fact) {
        unanswered = true;
    }

    @EventSourcingHandler
    void on(ReferralOutcomeRecorded fact) {
        outcomeKnown = true;
    }

    @EventSourcingHandler
    void on(ReferralRecalled fact) {
        recalled = true;
    }

    @EventSourcingHandler
    void on(RecallNoticeGiven fact) {
        told = true;
    }

    @EventSourcingHandler
    void on(ReferralClosed fact) {
        closed = true;
    }
}
