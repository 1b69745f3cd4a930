package org.troth.command.referral;

import java.util.Set;
import org.troth.command.dispatch.Refused;

/** A rule about referrals says no. */
final class ReferralRefused extends Refused {

    private static final long serialVersionUID = 1L;
    private static final String CONSENT = "consent-not-in-force";
    private static final String ANSWERED = "already-answered";
    private static final String OUTCOME = "outcome-recorded";
    private static final String NOT_ACCEPTED = "not-accepted";
    private static final String STARTED = "already-started";
    private static final Set<String> THEIR_ANSWER = Set.of(ANSWERED, OUTCOME, NOT_ACCEPTED, STARTED);

    private ReferralRefused(String rule, String message) {
        super(rule, message);
    }

    private ReferralRefused(String rule, String message, String field) {
        super(rule, message, field);
    }

    static ReferralRefused notEnrolled() {
        return new ReferralRefused(
                "not-enrolled",
                "Only somebody who is enrolled and supported now can be referred. Enrol them, or open the case again.");
    }

    /** Whoever stopped has nothing sent for them any more, whatever they agreed to before. */
    static ReferralRefused supportEnded() {
        return new ReferralRefused(
                "support-ended", "Support has ended: nothing is sent for this person any more. Close the referral.");
    }

    static ReferralRefused notListed() {
        return new ReferralRefused("service-unknown", "There is no such service in the directory.", "service");
    }

    static ReferralRefused notActive() {
        return new ReferralRefused(
                "service-not-active", "The directory says that this service is not active now.", "service");
    }

    /** The consent does not cover this; the reason is the consent's own rule, in plain words. */
    static ReferralRefused consentNotInForce(String whyNot) {
        return new ReferralRefused(CONSENT, whyNot, "consent");
    }

    /** Whether asking for a consent may help. */
    boolean isAboutConsent() {
        return rule().equals(CONSENT);
    }

    static ReferralRefused declinedByParticipant() {
        return new ReferralRefused("offer-declined", "The participant said no to this offer.");
    }

    static ReferralRefused alreadySent() {
        return new ReferralRefused("already-sent", "This referral was already sent.");
    }

    static ReferralRefused notSent() {
        return new ReferralRefused("not-sent", "This referral has not been sent.");
    }

    static ReferralRefused notRecalled() {
        return new ReferralRefused(
                "not-recalled", "The consent of this referral was not taken back, so there is nothing to tell.");
    }

    static ReferralRefused alreadyTold() {
        return new ReferralRefused("already-told", "The agency was already told that the consent was taken back.");
    }

    static ReferralRefused recalled() {
        return new ReferralRefused(
                "recalled",
                "This referral was recalled because the consent was withdrawn. Nothing more may leave for the agency.");
    }

    static ReferralRefused alreadyAnswered() {
        return new ReferralRefused(ANSWERED, "The answer of the agency was already recorded.");
    }

    static ReferralRefused outcomeKnown() {
        return new ReferralRefused(OUTCOME, "An outcome was already recorded.");
    }

    static ReferralRefused closed() {
        return new ReferralRefused("referral-closed", "This referral was already closed.");
    }

    static ReferralRefused changedSincePreview() {
        return new ReferralRefused(
                "changed-since-preview",
                "The record has changed since the preview. Look at what would leave, and send again.",
                "previewed");
    }

    static ReferralRefused nothingToSend() {
        return new ReferralRefused("nothing-to-send", "The record holds nothing of what would be sent.", "classes");
    }

    /** The one answer to whoever is not known to sit over a packet, whatever the reason is. */
    static ReferralRefused opensNothing() {
        return new ReferralRefused(
                "opens-nothing", "This opens nothing. If it should, ask the programme that sent it to you.");
    }

    static ReferralRefused openingSpent() {
        return new ReferralRefused("opening-spent", "This opening was used, or a newer one was made.");
    }

    static ReferralRefused openingExpired() {
        return new ReferralRefused("opening-expired", "This opening was not used in time.");
    }

    static ReferralRefused sittingOver() {
        return new ReferralRefused("sitting-over", "The sitting that began with this opening is over.");
    }

    static ReferralRefused agencyCannotHelp() {
        return new ReferralRefused(
                "agency-cannot-help", "The agency cannot help, so it needs nothing of this any more.");
    }

    static ReferralRefused notAccepted() {
        return new ReferralRefused(NOT_ACCEPTED, "The agency has not said that it takes this on.");
    }

    static ReferralRefused alreadyStarted() {
        return new ReferralRefused(STARTED, "It was already noted that the agency has begun.");
    }

    static ReferralRefused notUnanswered() {
        return new ReferralRefused("not-unanswered", "The agency has answered, or has still time to answer.");
    }

    /** Whether an agency that sits over the packet may be told this: it says nothing but what they answered. */
    boolean isAboutTheirAnswer() {
        return THEIR_ANSWER.contains(rule());
    }

    static ReferralRefused restsOnAnother() {
        return new ReferralRefused("another-consent", "This referral does not rest on that consent.");
    }
}
