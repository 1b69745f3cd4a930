package org.troth.command.participant;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about people who ask for help says no. */
final class ParticipantRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private ParticipantRefused(String rule, String message) {
        super(rule, message);
    }

    private ParticipantRefused(String rule, Phrase words) {
        super(rule, words);
    }

    private ParticipantRefused(String rule, String message, String field) {
        super(rule, message, field);
    }

    static ParticipantRefused correctedAfterIntake() {
        return new ParticipantRefused("intake-first", Phrase.of("command.correction.intake-first"));
    }

    static ParticipantRefused nothingCorrected() {
        return new ParticipantRefused("nothing-corrected", Phrase.of("command.correction.nothing"));
    }

    static ParticipantRefused closed() {
        return new ParticipantRefused(
                "enquiry-closed", "This enquiry was closed. Record a new enquiry if the person asks again.");
    }

    static ParticipantRefused alreadyTakenIn() {
        return new ParticipantRefused("intake-done", "The intake was already completed.");
    }

    static ParticipantRefused intakeFirst() {
        return new ParticipantRefused("intake-first", "Complete the intake before enrolling.");
    }

    static ParticipantRefused alreadyEnrolled() {
        return new ParticipantRefused("already-enrolled", "This person is already enrolled.");
    }

    static ParticipantRefused noLongerAnEnquiry() {
        return new ParticipantRefused(
                "enrolled-not-enquiry",
                "This person is enrolled. Only an enquiry that has not led to enrolment can be closed here.");
    }

    static ParticipantRefused supportNotBegun() {
        return new ParticipantRefused(
                "support-not-begun", "This person is not enrolled. An enquiry that goes no further is closed instead.");
    }

    static ParticipantRefused supportEnded() {
        return new ParticipantRefused("support-ended", "Support has ended. It can begin again at any time.");
    }

    static ParticipantRefused supportNotEnded() {
        return new ParticipantRefused("support-not-ended", "Support has not ended.");
    }

    static ParticipantRefused followUpOutOfTime() {
        return new ParticipantRefused("follow-up-day", "Choose a day after today, within a year.", "from");
    }

    static ParticipantRefused wayNotSafe() {
        return new ParticipantRefused(
                "way-not-safe", "This way is not known as safe. Choose it as a safe way first.", "channel");
    }

    static ParticipantRefused nothingWished() {
        return new ParticipantRefused("follow-up-not-wished", "Nobody wishes to be asked.");
    }

    static ParticipantRefused followUpEarly() {
        return new ParticipantRefused("follow-up-early", "The day from which they may be asked has not come.");
    }

    static ParticipantRefused noStepToTake() {
        return new ParticipantRefused("no-step", "Nothing is to be done here, or it was done already.");
    }

    static ParticipantRefused othersAfterIntake() {
        return new ParticipantRefused("intake-first", "Complete the intake before anybody else is named.");
    }

    static ParticipantRefused manyNamed() {
        return new ParticipantRefused(
                "many-named", "Many people are named here already. Take out whoever is not needed any more.");
    }

    static ParticipantRefused nobodyToTakeOut() {
        return new ParticipantRefused("nobody-named", "Nobody is named here, or they were taken out already.");
    }

    static ParticipantRefused alreadyUnsafe() {
        return new ParticipantRefused(
                "already-unsafe",
                "This way of contact is already marked unsafe, and stays so until it is chosen again.");
    }

    static ParticipantRefused codeFirst() {
        return new ParticipantRefused(
                "code-first",
                "Whoever asked holds a code. Ask them to say it: only with it this enquiry is known as theirs.",
                "code");
    }

    /** One answer for a code that is wrong, spent, erased or was never given. */
    static ParticipantRefused codeOpensNothing() {
        return new ParticipantRefused(
                "code-opens-nothing",
                "This code opens nothing. Look at each letter again. A code that was used up opens nothing either.",
                "code");
    }

    static ParticipantRefused nobodyComesBack() {
        return new ParticipantRefused(
                "no-code", "Nobody holds a code for this enquiry, so nobody would see an answer.");
    }

    static ParticipantRefused muchWritten() {
        return new ParticipantRefused(
                "much-written", "You wrote to us many times. We read all of it. Please wait for our answer.");
    }

    static ParticipantRefused weighFirst() {
        return new ParticipantRefused(
                "weigh-first", "Weigh with them first whether this is the right help, and find that it is.");
    }

    static ParticipantRefused waitingAfterIntake() {
        return new ParticipantRefused("intake-first", "Complete the intake before they wait for somebody.");
    }

    static ParticipantRefused urgentNeedsStep() {
        return new ParticipantRefused(
                "urgent-step", "Where it is urgent, say what is done for them meanwhile.", "nextStep");
    }

    static ParticipantRefused alreadyWaiting() {
        return new ParticipantRefused("already-waiting", "They are on the waiting list just like this.");
    }

    static ParticipantRefused notSuitable() {
        return new ParticipantRefused(
                "not-suitable-now",
                "It was found that other help comes first, or that this is not right for now. Weigh it again with them.");
    }
}
