package org.troth.events.matching;

import org.jspecify.annotations.Nullable;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.recording.Precondition;

/**
 * The strong question "is it for the second contact to arrange a change here?", answered from the match's stream and never
 * from a view.
 */
public interface SecondContactChanges {

    /** Nothing is to be arranged in an unknown match. */
    Change change(MatchId match);

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param open the match goes on, and the change is overdue or was asked of the second contact
     */
    record Change(
            boolean open,
            @Nullable ParticipantId participant,
            @Nullable VolunteerId volunteer,
            Precondition precondition) {}
}
