package org.troth.command.participant;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about people who ask for help says no. */
final class ParticipantRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ParticipantRefused(String rule, Phrase words) {
        super(rule, words);
    }

    private ParticipantRefused(String rule, Phrase words, String field) {
        super(rule, words, field);
    }

    static ParticipantRefused correctedAfterIntake() {
        return new ParticipantRefused("intake-first", Phrase.of("command.correction.intake-first"));
    }

    static ParticipantRefused nothingCorrected() {
        return new ParticipantRefused("nothing-corrected", Phrase.of("command.correction.nothing"));
    }

    static ParticipantRefused closed() {
        return new ParticipantRefused("enquiry-closed", Phrase.of("command.participant.refused.enquiry-closed"));
    }

    static ParticipantRefused alreadyTakenIn() {
        return new ParticipantRefused("intake-done", Phrase.of("command.participant.refused.intake-done"));
    }

    static ParticipantRefused intakeFirst() {
        return new ParticipantRefused("intake-first", Phrase.of("command.participant.refused.intake-first"));
    }

    static ParticipantRefused alreadyEnrolled() {
        return new ParticipantRefused("already-enrolled", Phrase.of("command.participant.refused.already-enrolled"));
    }

    static ParticipantRefused noLongerAnEnquiry() {
        return new ParticipantRefused(
                "enrolled-not-enquiry", Phrase.of("command.participant.refused.enrolled-not-enquiry"));
    }

    static ParticipantRefused supportNotBegun() {
        return new ParticipantRefused("support-not-begun", Phrase.of("command.participant.refused.support-not-begun"));
    }

    static ParticipantRefused supportEnded() {
        return new ParticipantRefused("support-ended", Phrase.of("command.participant.refused.support-ended"));
    }

    static ParticipantRefused supportNotEnded() {
        return new ParticipantRefused("support-not-ended", Phrase.of("command.participant.refused.support-not-ended"));
    }

    static ParticipantRefused followUpOutOfTime() {
        return new ParticipantRefused("follow-up-day", Phrase.of("command.participant.refused.follow-up-day"), "from");
    }

    static ParticipantRefused wayNotSafe() {
        return new ParticipantRefused("way-not-safe", Phrase.of("command.participant.refused.way-not-safe"), "channel");
    }

    static ParticipantRefused nothingWished() {
        return new ParticipantRefused(
                "follow-up-not-wished", Phrase.of("command.participant.refused.follow-up-not-wished"));
    }

    static ParticipantRefused followUpEarly() {
        return new ParticipantRefused("follow-up-early", Phrase.of("command.participant.refused.follow-up-early"));
    }

    static ParticipantRefused noStepToTake() {
        return new ParticipantRefused("no-step", Phrase.of("command.participant.refused.no-step"));
    }

    static ParticipantRefused othersAfterIntake() {
        return new ParticipantRefused("intake-first", Phrase.of("command.participant.refused.intake-first-others"));
    }

    static ParticipantRefused manyNamed() {
        return new ParticipantRefused("many-named", Phrase.of("command.participant.refused.many-named"));
    }

    static ParticipantRefused nobodyToTakeOut() {
        return new ParticipantRefused("nobody-named", Phrase.of("command.participant.refused.nobody-named"));
    }

    static ParticipantRefused alreadyUnsafe() {
        return new ParticipantRefused("already-unsafe", Phrase.of("command.participant.refused.already-unsafe"));
    }

    static ParticipantRefused codeFirst() {
        return new ParticipantRefused("code-first", Phrase.of("command.participant.refused.code-first"), "code");
    }

    /** One answer for a code that is wrong, spent, erased or was never given. */
    static ParticipantRefused codeOpensNothing() {
        return new ParticipantRefused(
                "code-opens-nothing", Phrase.of("command.participant.refused.code-opens-nothing"), "code");
    }

    static ParticipantRefused nobodyComesBack() {
        return new ParticipantRefused("no-code", Phrase.of("command.participant.refused.no-code"));
    }

    static ParticipantRefused muchWritten() {
        return new ParticipantRefused("much-written", Phrase.of("command.participant.refused.much-written"));
    }

    static ParticipantRefused weighFirst() {
        return new ParticipantRefused("weigh-first", Phrase.of("command.participant.refused.weigh-first"));
    }

    static ParticipantRefused waitingAfterIntake() {
        return new ParticipantRefused("intake-first", Phrase.of("command.participant.refused.intake-first-waiting"));
    }

    static ParticipantRefused urgentNeedsStep() {
        return new ParticipantRefused("urgent-step", Phrase.of("command.participant.refused.urgent-step"), "nextStep");
    }

    static ParticipantRefused alreadyWaiting() {
        return new ParticipantRefused("already-waiting", Phrase.of("command.participant.refused.already-waiting"));
    }

    static ParticipantRefused notSuitable() {
        return new ParticipantRefused("not-suitable-now", Phrase.of("command.participant.refused.not-suitable-now"));
    }
}
