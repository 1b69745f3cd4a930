package org.troth.query.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/** One boundary of a match as it holds now. */
record BoundaryFile(
        UUID id,
        UUID match,
        UUID participant,
        UUID volunteer,
        String state,
        String setBy,
        String topic,
        @Nullable Told words,
        Instant setAt,
        @Nullable Instant changedAt,
        @Nullable Instant liftedAt) {}
