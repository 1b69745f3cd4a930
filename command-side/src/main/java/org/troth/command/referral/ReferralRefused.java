package org.troth.command.referral;

import org.troth.command.dispatch.Refused;

/** A rule about referrals says no. */
final class ReferralRefused extends Refused {

    private static final long serialVersionUID = 1L;
    private static final String CONSENT = "consent-not-in-force";

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
        return new ReferralRefused("already-answered", "The answer of the agency was already recorded.");
    }

    static ReferralRefused outcomeKnown() {
        return new ReferralRefused("outcome-recorded", "An outcome was already recorded.");
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

    static ReferralRefused restsOnAnother() {
        return new ReferralRefused("another-consent", "This referral does not rest on that consent.");
    }
}
