package org.troth.command.boundary;

import org.jspecify.annotations.Nullable;

/** What can be asked about boundaries, as JSON and as forms. */
interface BoundaryRequest {

    /**
     * A boundary of a match.
     *
     * @param side PARTICIPANT or VOLUNTEER: for whom a coordinator writes it down; the two themselves need not say it
     * @param topic HOURS, CHANNEL, PLACE, SUBJECT, STORY or OTHER
     * @param words at most 2000 characters
     */
    record NewBoundary(
            @Nullable String match,
            @Nullable String side,
            @Nullable String topic,
            @Nullable String words) {}

    /** The boundary as it is from now on; words that are left out are gone. */
    record BoundaryEdit(
            @Nullable String side,
            @Nullable String topic,
            @Nullable String words) {}

    /** PARTICIPANT or VOLUNTEER, as above. A No has nothing else: no reason and no words. */
    record BoundarySide(@Nullable String side) {

        static BoundarySide orNone(@Nullable BoundarySide said) {
            return said == null ? new BoundarySide(null) : said;
        }
    }
}
