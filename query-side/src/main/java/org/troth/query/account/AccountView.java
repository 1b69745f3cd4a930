package org.troth.query.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/** An account as its keepers see it. */
record AccountView(
        UUID id,
        @Nullable Told name,
        String state,
        List<String> roles,
        @Nullable UUID person,
        Instant invitedAt,
        @Nullable Instant codeExpiresAt,
        long position) {}
