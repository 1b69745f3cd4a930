package org.troth.query.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * One request for a match and how it stands. Whose wish a No or a change was is not in it.
 *
 * @param participantHasAccount whether they say yes with it, and nobody writes it down for them
 * @param charter absent unless the match goes on
 * @param withoutRecord whether candidates are listed by what is known of them alone, since the participant said so
 * @param outside what the volunteer said lies outside their role, the last first
 */
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
        boolean participantHasAccount,
        boolean volunteerHasAccount,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable LocalDate changeDue,
        boolean overdue,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable CharterRead charter,
        List<Outside> outside,
        boolean withoutRecord,
        List<Candidate> candidates,
        List<Hindered> hindered) {

    /** Who of the two has said that they read the charter of the role as it is published now. */
    record CharterRead(boolean byParticipant, boolean byVolunteer) {}

    /**
     * Something that lies outside the role of the volunteer.
     *
     * @param kind a code of the programme
     * @param decision what was decided about a referral; absent while it waits
     */
    record Outside(
            UUID id, String kind, Instant saidAt, @Nullable String decision) {}

    /**
     * A qualified volunteer with room who could be proposed, best fit first.
     *
     * @param reasons what speaks for it, codes that a proposal keeps
     * @param against what speaks against it
     * @param room how many places they have free
     */
    record Candidate(UUID volunteer, @Nullable Told name, List<String> reasons, List<String> against, int room) {}

    /**
     * A volunteer who cannot be proposed today.
     *
     * @param why not-qualified, no-room or both
     */
    record Hindered(UUID volunteer, @Nullable Told name, List<String> why, List<String> reasons) {}
}
