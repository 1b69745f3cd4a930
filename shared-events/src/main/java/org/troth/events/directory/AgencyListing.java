package org.troth.events.directory;

import java.util.Optional;
import org.troth.events.AgencyId;
import org.troth.events.recording.Precondition;

/** The strong question "is this agency listed, and what is it called?", answered from its stream. */
public interface AgencyListing {

    Optional<Listing> of(AgencyId agency);

    /** The answer, which holds as long as the precondition does. */
    record Listing(AgencyId agency, String name, Precondition precondition) {}
}
