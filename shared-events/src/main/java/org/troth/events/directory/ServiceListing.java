package org.troth.events.directory;

import java.util.Optional;
import org.troth.events.AgencyId;
import org.troth.events.ServiceId;
import org.troth.events.recording.Precondition;

/** The strong question "is this service listed, and whose is it?", answered from its stream. */
public interface ServiceListing {

    Optional<Listing> of(ServiceId service);

    /** The answer, which holds as long as the precondition does. */
    record Listing(ServiceId service, AgencyId agency, String name, boolean active, Precondition precondition) {}
}
