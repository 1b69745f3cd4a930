package org.troth.query.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reader's own account and its tokens, newest first.
 *
 * @param factorSince since when it signs in with a second step, an app or a passkey, if it does
 * @param passkeys how many it has
 */
record OwnAccount(UUID id, List<String> roles, @Nullable Instant factorSince, int passkeys, List<Token> tokens) {

    /** A token, never its secret. */
    record Token(
            UUID id,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            boolean usable) {}
}
