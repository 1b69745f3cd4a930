package org.troth.query.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reader's own account and its tokens, newest first.
 *
 * @param factorSince when its second factor was set up, if it has one
 */
record OwnAccount(UUID id, List<String> roles, @Nullable Instant factorSince, List<Token> tokens) {

    /** A token, never its secret. */
    record Token(
            UUID id,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            boolean usable) {}
}
