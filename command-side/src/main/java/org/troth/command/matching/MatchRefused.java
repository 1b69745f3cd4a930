package org.troth.command.matching;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about matching says no. */
final class MatchRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private MatchRefused(String rule, Phrase words) {
        super(rule, words);
    }

    private MatchRefused(String rule, Phrase words, String field) {
        super(rule, words, field);
    }

    static MatchRefused notEnrolled() {
        return new MatchRefused("not-enrolled", Phrase.of("command.matching.refused.not-enrolled"));
    }

    /**
     * One rule, said to whoever asks.
     *
     * @param self whether they ask for themselves
     * @param joined whether the person has another record, under which it may stand
     */
    static MatchRefused alreadyLooking(boolean self, boolean joined) {
        Phrase own = joined
                ? Phrase.of("command.matching.refused.one-open-match-own-joined")
                : Phrase.of("command.matching.refused.one-open-match-own");
        Phrase theirs = joined
                ? Phrase.of("command.matching.refused.one-open-match-joined")
                : Phrase.of("command.matching.refused.one-open-match");
        return new MatchRefused("one-open-match", self ? own : theirs);
    }

    static MatchRefused notRegistered() {
        return new MatchRefused(
                "volunteer-unknown", Phrase.of("command.matching.refused.volunteer-unknown"), "volunteer");
    }

    static MatchRefused notQualified() {
        return new MatchRefused("not-qualified", Phrase.of("command.matching.refused.not-qualified"), "volunteer");
    }

    static MatchRefused noRoom() {
        return new MatchRefused("no-room", Phrase.of("command.matching.refused.no-room"), "volunteer");
    }

    static MatchRefused notSuitable() {
        return new MatchRefused("not-suitable", Phrase.of("command.matching.refused.not-suitable"), "volunteer");
    }

    static MatchRefused ownYes() {
        return new MatchRefused("own-yes", Phrase.of("command.matching.refused.own-yes"));
    }

    static MatchRefused withoutRecord() {
        return new MatchRefused("without-record", Phrase.of("command.matching.refused.without-record"), "reasons");
    }

    static MatchRefused cannotBegin() {
        return new MatchRefused("cannot-begin", Phrase.of("command.matching.refused.cannot-begin"));
    }

    static MatchRefused alreadyProposed() {
        return new MatchRefused("already-proposed", Phrase.of("command.matching.refused.already-proposed"));
    }

    static MatchRefused nothingProposed() {
        return new MatchRefused("nothing-proposed", Phrase.of("command.matching.refused.nothing-proposed"));
    }

    static MatchRefused charterFirst() {
        return new MatchRefused("charter-first", Phrase.of("command.matching.refused.charter-first"));
    }

    static MatchRefused alreadyAccepted() {
        return new MatchRefused("already-accepted", Phrase.of("command.matching.refused.already-accepted"));
    }

    static MatchRefused alreadyStarted() {
        return new MatchRefused("already-started", Phrase.of("command.matching.refused.already-started"));
    }

    static MatchRefused notStarted() {
        return new MatchRefused("not-started", Phrase.of("command.matching.refused.not-started"));
    }

    static MatchRefused notOverdue() {
        return new MatchRefused("not-overdue", Phrase.of("command.matching.refused.not-overdue"));
    }

    static MatchRefused changeAsked() {
        return new MatchRefused("change-asked", Phrase.of("command.matching.refused.change-asked"), "reason");
    }

    static MatchRefused stillTogether() {
        return new MatchRefused("still-together", Phrase.of("command.matching.refused.still-together"));
    }

    static MatchRefused ended() {
        return new MatchRefused("match-ended", Phrase.of("command.matching.refused.match-ended"));
    }

    static MatchRefused requestClosed() {
        return new MatchRefused("request-closed", Phrase.of("command.matching.refused.request-closed"));
    }
}
