package org.troth.query.overview;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.disclosure.PurposeOfUse;

/**
 * What of the chronicle is wanted; whatever is absent does not matter.
 *
 * @param person a participant, a volunteer, or whatever else a line can be about
 * @param from this instant counts
 * @param to this instant counts no more
 */
record ChronicleFilter(
        @Nullable UUID person,
        @Nullable UUID actor,
        @Nullable String kind,
        @Nullable PurposeOfUse purpose,
        @Nullable Instant from,
        @Nullable Instant to) {}
