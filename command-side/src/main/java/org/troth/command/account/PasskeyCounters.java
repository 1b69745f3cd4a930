package org.troth.command.account;

import java.util.Set;
import org.troth.events.AccountId;
import org.troth.events.FactorId;

/**
 * How often each passkey says that it was shown, on whichever node. Throws
 * {@link org.troth.events.recording.RecordUnavailable} when nobody can tell.
 */
interface PasskeyCounters {

    /**
     * Whether this counter is ahead of the one before; from now on it is the one before. Nought after nought is ahead: such a
     * passkey counts nothing. One that is not ahead is remembered as gone back. Of two that show one counter at the same
     * moment one is told yes.
     */
    boolean advance(AccountId account, FactorId passkey, long counter);

    /** Those of the account's passkeys whose counter ever went back. */
    Set<FactorId> wentBack(AccountId account);

    void forget(FactorId passkey);

    void forgetAll(AccountId account);
}
