package org.troth.command.merging;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about merging says no. */
final class MergeRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private MergeRefused(String rule, Phrase words) {
        super(rule, words);
    }

    static MergeRefused alreadyJoined() {
        return new MergeRefused("already-joined", Phrase.of("command.merging.refused.already-joined"));
    }

    static MergeRefused otherProposal() {
        return new MergeRefused("merge-waits", Phrase.of("command.merging.refused.merge-waits"));
    }

    static MergeRefused notProposed() {
        return new MergeRefused("not-proposed", Phrase.of("command.merging.refused.not-proposed"));
    }

    static MergeRefused secondPerson() {
        return new MergeRefused("second-person", Phrase.of("command.merging.refused.second-person"));
    }

    static MergeRefused codeNeeded() {
        return new MergeRefused("code-needed", Phrase.of("command.merging.refused.code-needed"));
    }

    /** One answer for a code that is wrong, spent, erased, of the same record or was never given. */
    static MergeRefused codeOpensNothing() {
        return new MergeRefused("code-opens-nothing", Phrase.of("command.merging.refused.code-opens-nothing"));
    }

    static MergeRefused enrolledUnderMerged() {
        return new MergeRefused("keep-enrolled", Phrase.of("command.merging.refused.keep-enrolled"));
    }

    static MergeRefused matchUnderMerged() {
        return new MergeRefused("keep-match", Phrase.of("command.merging.refused.keep-match"));
    }

    static MergeRefused bothHaveAccounts() {
        return new MergeRefused("one-account", Phrase.of("command.merging.refused.one-account"));
    }
}
