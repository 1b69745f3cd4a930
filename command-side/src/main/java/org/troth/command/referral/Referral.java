package org.troth.command.referral;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.referral.ReferralEvent.RecallNoticeGiven;
import org.troth.events.referral.ReferralEvent.ReferralAccepted;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralNotAccepted;
import org.troth.events.referral.ReferralEvent.ReferralOfferDeclined;
import org.troth.events.referral.ReferralEvent.ReferralOffered;
import org.troth.events.referral.ReferralEvent.ReferralOutcomeRecorded;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.events.referral.ReferralEvent.ReferralSent;

/** A referral from the offer to its close. Only sending asks for a consent; cleaning up never does. */
@Aggregate
class Referral {

    private enum State {
        OFFERED,
        OFFER_DECLINED,
        SENT,
        ACCEPTED,
        NOT_ACCEPTED
    }

    @AggregateIdentifier
    private ReferralId id;

    // Both are set by the first fact, which every other handler comes after.
    @SuppressWarnings("NullAway.Init")
    private ParticipantId participant;

    @SuppressWarnings("NullAway.Init")
    private AgencyId agency;

    private State state = State.OFFERED;

    private @Nullable ConsentId consent;

    private boolean recalled;
    private boolean told;
    private boolean outcomeKnown;
    private boolean closed;

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
            case SENT, ACCEPTED, NOT_ACCEPTED -> throw ReferralRefused.alreadySent();
            case OFFERED -> {}
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
    }

    private void refuseUnlessAwaitingAnswer() {
        refuseIfClosed();
        if (recalled) {
            throw ReferralRefused.recalled();
        }
        switch (state) {
            case OFFERED, OFFER_DECLINED -> throw ReferralRefused.notSent();
            case ACCEPTED, NOT_ACCEPTED -> throw ReferralRefused.alreadyAnswered();
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

    @EventSourcingHandler
    void on(ReferralOfferDeclined fact) {
        state = State.OFFER_DECLINED;
    }

    @EventSourcingHandler
    void on(ReferralSent fact) {
        state = State.SENT;
        consent = fact.consent();
    }

    @EventSourcingHandler
    void on(ReferralAccepted fact) {
        state = State.ACCEPTED;
    }

    @EventSourcingHandler
    void on(ReferralNotAccepted fact) {
        state = State.NOT_ACCEPTED;
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
