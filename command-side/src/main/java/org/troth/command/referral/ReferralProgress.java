package org.troth.command.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.ConsentId;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.referral.ReferralEvent.ReferralSent;

/** How far a referral has come, and so what may be done about it: each refusal is one rule. */
final class ReferralProgress {

    private enum State {
        OFFERED,
        OFFER_DECLINED,
        SENT,
        ACCEPTED,
        STARTED,
        NOT_ACCEPTED
    }

    private State state = State.OFFERED;
    private @Nullable ConsentId consent;
    private @Nullable Instant sentAt;
    private boolean unanswered;
    private boolean recalled;
    private boolean told;
    private boolean outcomeKnown;
    private boolean closed;

    void declined() {
        state = State.OFFER_DECLINED;
    }

    void sent(ReferralSent fact, Instant at) {
        state = State.SENT;
        consent = fact.consent();
        sentAt = at;
    }

    void accepted() {
        state = State.ACCEPTED;
    }

    void notAccepted() {
        state = State.NOT_ACCEPTED;
    }

    void started() {
        state = State.STARTED;
    }

    void unanswered() {
        unanswered = true;
    }

    void outcomeKnown() {
        outcomeKnown = true;
    }

    void recalled() {
        recalled = true;
    }

    void told() {
        told = true;
    }

    void closed() {
        closed = true;
    }

    void refuseIfClosed() {
        if (closed) {
            throw ReferralRefused.closed();
        }
    }

    void refuseUnlessOffered() {
        refuseIfClosed();
        switch (state) {
            case OFFER_DECLINED -> throw ReferralRefused.declinedByParticipant();
            case SENT, ACCEPTED, STARTED, NOT_ACCEPTED -> throw ReferralRefused.alreadySent();
            case OFFERED -> {}
        }
    }

    void refuseUnlessAwaitingAnswer() {
        refuseIfClosedOrRecalled();
        if (outcomeKnown) {
            throw ReferralRefused.outcomeKnown();
        }
        switch (state) {
            case OFFERED, OFFER_DECLINED -> throw ReferralRefused.notSent();
            case ACCEPTED, STARTED, NOT_ACCEPTED -> throw ReferralRefused.alreadyAnswered();
            case SENT -> {}
        }
    }

    void refuseUnlessAwaitingStart() {
        refuseIfClosedOrRecalled();
        if (outcomeKnown) {
            throw ReferralRefused.outcomeKnown();
        }
        switch (state) {
            case OFFERED, OFFER_DECLINED -> throw ReferralRefused.notSent();
            case SENT, NOT_ACCEPTED -> throw ReferralRefused.notAccepted();
            case STARTED -> throw ReferralRefused.alreadyStarted();
            case ACCEPTED -> {}
        }
    }

    /** Also after a recall: what came of it can always be told. */
    void refuseUnlessAwaitingOutcome() {
        refuseIfClosed();
        if (state == State.OFFERED || state == State.OFFER_DECLINED) {
            throw ReferralRefused.notSent();
        }
        if (outcomeKnown) {
            throw ReferralRefused.outcomeKnown();
        }
    }

    /** The agency may be shown what it was sent; whoever cannot help needs nothing of it any more. */
    void refuseUnlessInHand(ConsentInForce.Answer asked) {
        refuseIfClosedOrRecalled();
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

    void refuseUnlessRestingOn(ConsentId asked) {
        if (!asked.equals(consent)) {
            throw ReferralRefused.restsOnAnother();
        }
        if (recalled) {
            throw ReferralRefused.recalled();
        }
    }

    void refuseUnlessToBeTold() {
        if (!recalled) {
            throw ReferralRefused.notRecalled();
        }
        if (told) {
            throw ReferralRefused.alreadyTold();
        }
    }

    /** The day by which an answer was to come, and did not. */
    LocalDate missedDay(Instant now, ZoneId zone) {
        Instant sent = sentAt;
        if (sent == null || state != State.SENT || outcomeKnown || recalled || closed || unanswered) {
            throw ReferralRefused.notUnanswered();
        }
        LocalDate dueBy = HouseLaw.answerDueBy(LocalDate.ofInstant(sent, zone));
        if (!LocalDate.ofInstant(now, zone).isAfter(dueBy)) {
            throw ReferralRefused.notUnanswered();
        }
        return dueBy;
    }

    private void refuseIfClosedOrRecalled() {
        refuseIfClosed();
        if (recalled) {
            throw ReferralRefused.recalled();
        }
    }
}
