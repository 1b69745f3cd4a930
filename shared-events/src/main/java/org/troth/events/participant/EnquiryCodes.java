package org.troth.events.participant;

import java.util.Optional;
import org.troth.events.ParticipantId;
import org.troth.events.recording.Claim;
import org.troth.events.recording.Precondition;

/** The strong question "whose enquiry does this code open?", answered from the record itself and never from a view. */
public interface EnquiryCodes {

    /**
     * Empty for a code that is wrong, spent, nobody's, or of somebody whose keys were destroyed: which of these, nobody is told.
     *
     * @param typed as somebody wrote it down
     */
    Optional<Held> heldBy(String typed);

    /**
     * An enquiry whose code was shown.
     *
     * @param claim whoever releases it has spent the code
     * @param precondition the answer holds as long as this does: nothing was added to the enquiry
     */
    record Held(ParticipantId participant, Claim claim, Precondition precondition) {}
}
