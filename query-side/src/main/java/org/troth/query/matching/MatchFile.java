package org.troth.query.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/** One request for a match and how it stands. Whose wish a No or a change was is not in it. */
record MatchFile(
        UUID id,
        UUID participant,
        @Nullable Told participantName,
        @Nullable UUID volunteer,
        @Nullable Told volunteerName,
        String state,
        List<String> reasons,
        boolean participantAccepted,
        boolean volunteerAccepted,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable LocalDate changeDue,
        boolean overdue,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        List<Candidate> candidates) {

    /** A qualified volunteer with room who could be proposed, and why. */
    record Candidate(UUID volunteer, @Nullable Told name, List<String> reasons, int room) {}
}
