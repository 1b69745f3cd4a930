package org.troth.events.volunteer;

import java.time.LocalDate;
import org.troth.events.VolunteerId;
import org.troth.events.recording.Precondition;

/** The strong question "may this volunteer take somebody on?", answered from their stream and never from a view. */
public interface VolunteerStanding {

    /** Not registered and not qualified for an unknown volunteer too. */
    Standing of(VolunteerId volunteer, LocalDate day);

    /**
     * The answer, which holds as long as the precondition does.
     *
     * @param qualified on that day
     * @param capacity how many people at most at one time; 0 when unknown
     */
    record Standing(boolean registered, boolean qualified, int capacity, Precondition precondition) {}
}
