package org.troth.query.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * One boundary of a match as it holds now.
 *
 * @param volunteer absent for a participant when the match has ended
 */
record BoundaryFile(
        UUID id,
        UUID match,
        UUID participant,
        @Nullable UUID volunteer,
        String state,
        String setBy,
        String topic,
        @Nullable Told words,
        Instant setAt,
        @Nullable Instant changedAt,
        @Nullable Instant liftedAt) {}
