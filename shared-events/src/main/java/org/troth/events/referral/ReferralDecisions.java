package org.troth.events.referral;

import org.jspecify.annotations.Nullable;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.recording.Precondition;

/** The strong question "what was decided here about a referral?", answered from its stream and never from a view. */
@FunctionalInterface
public interface ReferralDecisions {

    /** Nothing was decided under an unknown identifier. */
    Standing of(ReferralId referral);

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param participant whom it is about; absent when there is no such referral
     * @param taken what was decided; absent when there is no such referral
     * @param since the position on the record at which it was offered, or judged that none is right; -1 when there is none
     */
    record Standing(
            @Nullable ParticipantId participant, @Nullable Taken taken, long since, Precondition precondition) {}

    /** How a decision about a referral can come out. */
    enum Taken {
        OFFERED,
        DECLINED,
        NOT_APPROPRIATE
    }
}
