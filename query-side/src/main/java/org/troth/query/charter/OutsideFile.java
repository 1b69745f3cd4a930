package org.troth.query.charter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * Something that was asked of a volunteer and lies outside their role, and what was decided about it.
 *
 * @param decision MADE, OFFERED_AND_DECLINED or NOT_APPROPRIATE; absent while it waits
 * @param referral what the decision rests on
 * @param decidedBy the account of whoever decided
 * @param choices what is on the record about referrals of this person, newest first; empty once it is decided
 */
record OutsideFile(
        UUID id,
        UUID match,
        UUID participant,
        @Nullable Told participantName,
        UUID volunteer,
        @Nullable Told volunteerName,
        String kind,
        @Nullable Told note,
        Instant saidAt,
        @Nullable String decision,
        @Nullable UUID referral,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        List<ReferralChoice> choices) {

    /** A referral, or a decision against one, that the decision can rest on. */
    record ReferralChoice(
            UUID id, String state, String need, @Nullable String service, Instant offeredAt) {}
}
