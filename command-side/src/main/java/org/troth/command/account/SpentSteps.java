package org.troth.command.account;

import org.troth.events.AccountId;

/** Which step's code each account showed last, on whichever node. */
interface SpentSteps {

    /**
     * Whether no code of this step, or of a later one, was shown before; from now on one was. Of two that ask at the same
     * moment one is told yes. Throws {@link org.troth.events.recording.RecordUnavailable} when nobody can tell.
     */
    boolean spend(AccountId account, long step);

    /**
     * A code of this step was shown of another key, which is about to be the account's: whatever the key before has shown is no
     * reason against it, and from now on neither this step's code nor an earlier one is taken.
     */
    void begin(AccountId account, long step);
}
