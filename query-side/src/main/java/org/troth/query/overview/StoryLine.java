package org.troth.query.overview;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as a plain sentence of codes; no words of anybody.
 *
 * @param kind the lasting name of the fact
 * @param actor the account that acted; absent where the product itself did
 */
record StoryLine(
        long position,
        Instant at,
        String kind,
        String sentence,
        @Nullable UUID actor,
        @Nullable String roles,
        @Nullable UUID participant,
        @Nullable UUID volunteer,
        @Nullable UUID about,
        @Nullable String purpose) {}
