package org.troth.command.merging;

import org.troth.command.dispatch.Refused;

/** A rule about merging says no. */
final class MergeRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private MergeRefused(String rule, String message) {
        super(rule, message);
    }

    static MergeRefused alreadyJoined() {
        return new MergeRefused(
                "already-joined", "One of these records was joined with another already. Undo that first.");
    }

    static MergeRefused otherProposal() {
        return new MergeRefused(
                "merge-waits", "One of these records waits for an answer about another. That one comes first.");
    }

    static MergeRefused notProposed() {
        return new MergeRefused("not-proposed", "Nobody thinks now that these two are one person.");
    }

    static MergeRefused secondPerson() {
        return new MergeRefused(
                "second-person", "Somebody else has to look at the two as well, and say that they are one person.");
    }

    static MergeRefused codeNeeded() {
        return new MergeRefused(
                "code-needed",
                "One of these was asked without a name. Only whoever holds its code can say that it is theirs.");
    }

    /** One answer for a code that is wrong, spent, erased, of the same record or was never given. */
    static MergeRefused codeOpensNothing() {
        return new MergeRefused(
                "code-opens-nothing",
                "This code opens no other record. Look at each letter again. A code that was used up opens nothing either.");
    }

    static MergeRefused enrolledUnderMerged() {
        return new MergeRefused("keep-enrolled", "Keep the record under which the person is enrolled.");
    }

    static MergeRefused matchUnderMerged() {
        return new MergeRefused(
                "keep-match",
                "Keep the record under which somebody walks beside them or is looked for. Where both have one, one ends first.");
    }

    static MergeRefused bothHaveAccounts() {
        return new MergeRefused(
                "one-account", "Both records have an account, and a person has one. One of them is closed first.");
    }
}
