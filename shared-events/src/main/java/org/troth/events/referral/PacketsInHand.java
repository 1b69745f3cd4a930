package org.troth.events.referral;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.confidential.DataClass;
import org.troth.events.recording.Precondition;

/**
 * The strong question "does this agency sit over what was sent to it?", answered from the referral's stream and never from a
 * view. Whether the consent still holds is a question of its own.
 */
public interface PacketsInHand {

    /** Nothing is in hand of an unknown referral, nor of one that went to another agency. */
    InHand of(ReferralId referral, AgencyId agency, Instant now);

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param open a sitting goes on, and the referral was neither called back nor closed
     * @param participant whom it is about; absent for an unknown referral
     * @param consent what it was sent on; absent where nothing was sent
     * @param classes what left
     */
    record InHand(
            boolean open,
            @Nullable ParticipantId participant,
            @Nullable ConsentId consent,
            Set<DataClass> classes,
            Precondition precondition) {

        public InHand {
            classes = Set.copyOf(classes);
        }
    }
}
