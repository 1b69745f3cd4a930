package org.troth.events.confidential;

import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;

/** Makes and checks password verifiers (Argon2id, RFC 9106); a bounded number at once. */
public interface Passwords {

    /** A new verifier, sealed under the account's key. */
    Sealed choose(AccountId account, CharSequence password);

    /**
     * Whether the password fits. With no verifier it answers false after the same work, so that an unknown name cannot
     * be told from a wrong password.
     */
    boolean fits(CharSequence password, @Nullable Sealed verifier);
}
