package org.troth.events.confidential;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.troth.events.AccountId;

/**
 * Makes and checks the secrets of apps that show another code every thirty seconds (RFC 6238: SHA-1, six digits). Says which
 * step a code belongs to and remembers none: that a step is used once is for the caller to see to.
 */
public interface TimeCodes {

    /** A new secret: 160 random bits in base32 (RFC 4648) without padding, shown to its holder once. */
    String next();

    /** Whether this is the text of a secret as {@link #next} makes them. */
    boolean isSecret(String text);

    /** The secret sealed under the account's key. Throws {@link IllegalArgumentException} when it is none. */
    Sealed keep(AccountId account, String secret);

    /**
     * The step whose code this is by a secret that is not kept yet: the one at this moment, the one before or the one after.
     * Empty when it is none of these, or when the secret is none.
     */
    OptionalLong tried(String code, String secret, Instant at);

    /**
     * The same by a kept secret. With none, and with one that was erased, it answers empty after the same work.
     */
    OptionalLong shown(String code, @Nullable Sealed kept, Instant at);
}
