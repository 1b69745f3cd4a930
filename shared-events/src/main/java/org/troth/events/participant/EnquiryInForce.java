package org.troth.events.participant;

import org.jspecify.annotations.Nullable;
import org.troth.events.ParticipantId;
import org.troth.events.recording.Precondition;

/** The strong question "was this enquiry taken back?", answered from the person's stream and never from a view. */
public interface EnquiryInForce {

    /** Not taken back for an unknown person too. */
    Standing of(ParticipantId participant);

    /**
     * The answer.
     *
     * @param takenBack nobody may read what was written with it or in answer to it any more
     * @param precondition the answer holds as long as this does; absent when it holds for good
     */
    record Standing(boolean takenBack, @Nullable Precondition precondition) {}
}
