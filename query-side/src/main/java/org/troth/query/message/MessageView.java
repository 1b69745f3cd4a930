package org.troth.query.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of the programme, without whom it was for and what it was about.
 *
 * @param reason why it was kept back or given up, if it was
 * @param subject what it said, where nothing leaves the house and what would have left is kept to be seen
 */
record MessageView(
        String receiverKind,
        String occasion,
        String state,
        @Nullable String channel,
        @Nullable String reason,
        Instant queuedAt,
        Instant movedAt,
        @Nullable String language,
        @Nullable String subject,
        @Nullable String body) {}
