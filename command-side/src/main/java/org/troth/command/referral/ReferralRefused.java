package org.troth.command.referral;

import java.util.Set;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about referrals says no. */
final class ReferralRefused extends Refused {

    private static final long serialVersionUID = 1L;
    private static final String CONSENT = "consent-not-in-force";
    private static final String CLASSES = "classes";
    private static final String WAYS = "ways";
    private static final String ANSWERED = "already-answered";
    private static final String OUTCOME = "outcome-recorded";
    private static final String NOT_ACCEPTED = "not-accepted";
    private static final String STARTED = "already-started";
    private static final Set<String> THEIR_ANSWER = Set.of(ANSWERED, OUTCOME, NOT_ACCEPTED, STARTED);

    private ReferralRefused(String rule, Phrase words) {
        super(rule, words);
    }

    private ReferralRefused(String rule, Phrase words, String field) {
        super(rule, words, field);
    }

    static ReferralRefused notEnrolled() {
        return new ReferralRefused("not-enrolled", Phrase.of("command.referral.refused.not-enrolled"));
    }

    /** Whoever stopped has nothing sent for them any more, whatever they agreed to before. */
    static ReferralRefused supportEnded() {
        return new ReferralRefused("support-ended", Phrase.of("command.referral.refused.support-ended"));
    }

    static ReferralRefused notListed() {
        return new ReferralRefused("service-unknown", Phrase.of("command.referral.refused.service-unknown"), "service");
    }

    static ReferralRefused notActive() {
        return new ReferralRefused(
                "service-not-active", Phrase.of("command.referral.refused.service-not-active"), "service");
    }

    /** The consent does not cover this; the reason is the consent's own rule, as a code. */
    static ReferralRefused consentNotInForce(String whyNot) {
        return new ReferralRefused(CONSENT, Phrase.of("command.consent.why." + whyNot), "consent");
    }

    /** None of their consents covers this. */
    static ReferralRefused noConsent() {
        return new ReferralRefused(CONSENT, Phrase.of("command.referral.refused.no-consent"), "consent");
    }

    /** Whether asking for a consent may help. */
    boolean isAboutConsent() {
        return rule().equals(CONSENT);
    }

    static ReferralRefused declinedByParticipant() {
        return new ReferralRefused("offer-declined", Phrase.of("command.referral.refused.offer-declined"));
    }

    static ReferralRefused alreadySent() {
        return new ReferralRefused("already-sent", Phrase.of("command.referral.refused.already-sent"));
    }

    static ReferralRefused notSent() {
        return new ReferralRefused("not-sent", Phrase.of("command.referral.refused.not-sent"));
    }

    static ReferralRefused notRecalled() {
        return new ReferralRefused("not-recalled", Phrase.of("command.referral.refused.not-recalled"));
    }

    static ReferralRefused alreadyTold() {
        return new ReferralRefused("already-told", Phrase.of("command.referral.refused.already-told"));
    }

    static ReferralRefused recalled() {
        return new ReferralRefused("recalled", Phrase.of("command.referral.refused.recalled"));
    }

    static ReferralRefused alreadyAnswered() {
        return new ReferralRefused(ANSWERED, Phrase.of("command.referral.refused.already-answered"));
    }

    static ReferralRefused outcomeKnown() {
        return new ReferralRefused(OUTCOME, Phrase.of("command.referral.refused.outcome-recorded"));
    }

    static ReferralRefused closed() {
        return new ReferralRefused("referral-closed", Phrase.of("command.referral.refused.referral-closed"));
    }

    static ReferralRefused changedSincePreview() {
        return new ReferralRefused(
                "changed-since-preview", Phrase.of("command.referral.refused.changed-since-preview"), "previewed");
    }

    static ReferralRefused nothingToSend() {
        return new ReferralRefused("nothing-to-send", Phrase.of("command.referral.refused.nothing-to-send"), CLASSES);
    }

    static ReferralRefused classesNeeded() {
        return new ReferralRefused("classes-needed", Phrase.of("command.referral.refused.classes-needed"), CLASSES);
    }

    static ReferralRefused waysNeeded() {
        return new ReferralRefused("ways-needed", Phrase.of("command.referral.refused.ways-needed"), WAYS);
    }

    static ReferralRefused wayNotSafe() {
        return new ReferralRefused("way-not-safe", Phrase.of("command.referral.refused.way-not-safe"), WAYS);
    }

    static ReferralRefused wayUnsafeSince() {
        return new ReferralRefused("way-unsafe-since", Phrase.of("command.referral.refused.way-unsafe-since"));
    }

    /** Whether another choice of what leaves may help. */
    boolean isAboutChoice() {
        return CLASSES.equals(field()) || WAYS.equals(field());
    }

    /** The one answer to whoever is not known to sit over a packet, whatever the reason is. */
    static ReferralRefused opensNothing() {
        return new ReferralRefused("opens-nothing", Phrase.of("command.referral.refused.opens-nothing"));
    }

    static ReferralRefused openingSpent() {
        return new ReferralRefused("opening-spent", Phrase.of("command.referral.refused.opening-spent"));
    }

    static ReferralRefused openingExpired() {
        return new ReferralRefused("opening-expired", Phrase.of("command.referral.refused.opening-expired"));
    }

    static ReferralRefused sittingOver() {
        return new ReferralRefused("sitting-over", Phrase.of("command.referral.refused.sitting-over"));
    }

    static ReferralRefused agencyCannotHelp() {
        return new ReferralRefused("agency-cannot-help", Phrase.of("command.referral.refused.agency-cannot-help"));
    }

    static ReferralRefused notAccepted() {
        return new ReferralRefused(NOT_ACCEPTED, Phrase.of("command.referral.refused.not-accepted"));
    }

    static ReferralRefused alreadyStarted() {
        return new ReferralRefused(STARTED, Phrase.of("command.referral.refused.already-started"));
    }

    static ReferralRefused notUnanswered() {
        return new ReferralRefused("not-unanswered", Phrase.of("command.referral.refused.not-unanswered"));
    }

    /** Whether an agency that sits over the packet may be told this: it says nothing but what they answered. */
    boolean isAboutTheirAnswer() {
        return THEIR_ANSWER.contains(rule());
    }

    static ReferralRefused restsOnAnother() {
        return new ReferralRefused("another-consent", Phrase.of("command.referral.refused.another-consent"));
    }
}
