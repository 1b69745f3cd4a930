package org.troth.command.account;

import java.time.Duration;
import java.time.Instant;
import org.troth.events.AccountId;

/**
 * How many codes of an app did not fit an account within a day, on whichever node. It is counted for the account as it stands at
 * one position of its stream: whatever changes it begins anew, and only whoever has shown a whole sign-in changes it, or an
 * administrator. Throws {@link org.troth.events.recording.RecordUnavailable} when nobody can tell.
 */
interface WrongCodes {

    /** So many in a day, and for a day none is looked at any more. */
    int MOST = 10;

    Duration WITHIN = Duration.ofDays(1);

    /** Counts one before it is looked at, so that many at the same moment are no more; false when none is looked at now. */
    boolean take(AccountId account, long sequence, Instant now);

    /** It fitted, and is counted no more; those that did not fit still are. */
    void giveBack(AccountId account, long sequence);

    /** Whether none is looked at now. */
    boolean areTooMany(AccountId account, long sequence, Instant now);
}
