package org.troth.query.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * An account as its keepers see it.
 *
 * @param roles the roles of those who work in the programme by name; of everybody else that they are a person of it
 * @param factorSince since when it signs in with a second step, an app or a passkey, if it does
 * @param passkeys how many it has
 * @param resetBy the account of the administrator who reset it last, if one ever did
 */
record AccountView(
        UUID id,
        @Nullable Told name,
        String state,
        List<String> roles,
        Instant invitedAt,
        @Nullable Instant codeExpiresAt,
        @Nullable Instant factorSince,
        int passkeys,
        @Nullable Instant resetAt,
        @Nullable UUID resetBy,
        long position) {}
