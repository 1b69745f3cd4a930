package org.troth.query.participant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/** One person of a list, as shown. */
record ParticipantLine(
        UUID id,
        @Nullable Told name,
        String stage,
        String matter,
        String language,
        Instant receivedAt,
        long position) {}
