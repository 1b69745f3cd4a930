package org.troth.events.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;
import org.troth.events.FactorId;
import org.troth.events.confidential.Sealed;

/**
 * Asks browsers for passkeys (Web Authentication, Level 2) and checks what they answer. What is asked and answered is the JSON
 * that the standard names; whatever does not fit is one answer, empty, and nobody learns which part of it did not. That a
 * challenge is asked with once, and that a counter goes forward, is for the caller to see to. Throws
 * {@link org.troth.events.confidential.Unreadable} when a kept passkey cannot be opened, except for one that was erased.
 */
public interface Passkeys {

    /** The longest answer of a browser that is looked at, in characters. */
    int LONGEST_ANSWER = 16_384;

    /** A question that has not been asked before: the challenge in it, and all of it for the browser. */
    record Question(String challenge, String asked) {

        @Override
        public String toString() {
            return getClass().getSimpleName();
        }
    }

    /** What was made: the passkey sealed under its account, and its counter. */
    record Made(Sealed passkey, long counter) {}

    /** Which of the kept passkeys was shown, and its counter now; nought by one that counts nothing. */
    record Shown(FactorId passkey, long counter) {}

    /** Whether this house is reached under a name, without which there are no passkeys: nothing is asked then, and nothing fits. */
    boolean arePossible();

    /** Asks for a new passkey of this account that none of the kept ones is. */
    Question toMake(AccountId account, Collection<Sealed> kept);

    /** The passkey that was made when it was asked for with this challenge; empty for anything else. */
    Optional<Made> made(AccountId account, @Nullable String challenge, String answer);

    /** Asks for any of the kept passkeys of an account. */
    Question toShow(Collection<Sealed> kept);

    /** Which of the account's kept passkeys was shown when it was asked for with this challenge; empty for anything else. */
    Optional<Shown> shown(AccountId account, @Nullable String challenge, String answer, Map<FactorId, Sealed> kept);
}
