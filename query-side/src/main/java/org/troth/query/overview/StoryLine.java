package org.troth.query.overview;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as a plain sentence of codes; no words of anybody.
 *
 * @param kind the lasting name of the fact
 * @param actor the account that acted; absent where the product itself did, and where whose wish it was is not told
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
        @Nullable String purpose) {

    private static final Set<String> WISHES = Set.of(
            "match-declined",
            "change-asked",
            "boundary-declined",
            "request-declined",
            "match-ended",
            "proposal-taken-back",
            "presence-declined");

    /**
     * The same for those who run the programme: whose No it was, and whose wish for a change, is nobody's business but an
     * auditor's. Nor who arranged an end: it may have been the second contact.
     */
    StoryLine withoutWhoseWish() {
        return WISHES.contains(kind)
                ? new StoryLine(position, at, kind, sentence, null, null, participant, volunteer, about, purpose)
                : this;
    }
}
