package org.troth.command.matching;

import org.troth.command.dispatch.Refused;

/** A rule about matching says no. */
final class MatchRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private MatchRefused(String rule, String message) {
        super(rule, message);
    }

    private MatchRefused(String rule, String message, String field) {
        super(rule, message, field);
    }

    static MatchRefused notEnrolled() {
        return new MatchRefused(
                "not-enrolled",
                "Only somebody who is enrolled and supported now can be matched. Enrol them, or open the case again.");
    }

    static MatchRefused alreadyLooking() {
        return new MatchRefused(
                "one-open-match", "This person already has an open request or a match. End or close it first.");
    }

    static MatchRefused notRegistered() {
        return new MatchRefused("volunteer-unknown", "There is no such volunteer.", "volunteer");
    }

    static MatchRefused notQualified() {
        return new MatchRefused(
                "not-qualified", "This volunteer is not qualified today, so no new match can begin.", "volunteer");
    }

    static MatchRefused noRoom() {
        return new MatchRefused(
                "no-room", "This volunteer already walks beside as many people as they can.", "volunteer");
    }

    static MatchRefused notSuitable() {
        return new MatchRefused(
                "not-suitable",
                "Not suitable: conflict. These two are not proposed to each other. Nobody is told why.",
                "volunteer");
    }

    static MatchRefused ownYes() {
        return new MatchRefused(
                "own-yes", "They have an account of their own: only they themselves can say yes to this.");
    }

    static MatchRefused cannotBegin() {
        return new MatchRefused(
                "cannot-begin", "This match cannot begin today. The coordinator will arrange what comes next.");
    }

    static MatchRefused alreadyProposed() {
        return new MatchRefused("already-proposed", "Somebody has been proposed and not yet answered by both.");
    }

    static MatchRefused nothingProposed() {
        return new MatchRefused("nothing-proposed", "Nobody is proposed at the moment, so there is nothing to answer.");
    }

    static MatchRefused charterFirst() {
        return new MatchRefused(
                "charter-first",
                "Please read first what a volunteer does, and say that you have. Then you can accept.");
    }

    static MatchRefused alreadyAccepted() {
        return new MatchRefused("already-accepted", "This side has already accepted.");
    }

    static MatchRefused alreadyStarted() {
        return new MatchRefused("already-started", "This match has already started.");
    }

    static MatchRefused notStarted() {
        return new MatchRefused("not-started", "This match has not started.");
    }

    static MatchRefused notOverdue() {
        return new MatchRefused("not-overdue", "No change is overdue in this match.");
    }

    static MatchRefused stillTogether() {
        return new MatchRefused(
                "still-together", "You walk together now. You can take this back when the match has ended.");
    }

    static MatchRefused ended() {
        return new MatchRefused("match-ended", "This match has ended.");
    }

    static MatchRefused requestClosed() {
        return new MatchRefused("request-closed", "This request was closed.");
    }
}
