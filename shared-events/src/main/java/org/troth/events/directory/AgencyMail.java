package org.troth.events.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.AgencyId;
import org.troth.events.ServiceId;
import org.troth.events.recording.Precondition;

/** The strong question "by which address does this service hear of us?", answered from the directory's streams. */
public interface AgencyMail {

    /** That of the service, or of its agency where the service publishes none. */
    Answer of(AgencyId agency, ServiceId service);

    /**
     * The answer, which holds as long as the preconditions do.
     *
     * @param address as it was published, whatever it is; absent where none is
     * @param precondition of the agency's own listing
     * @param beside of the service's listing
     */
    record Answer(@Nullable String address, Precondition precondition, List<Precondition> beside) {

        public Answer {
            beside = List.copyOf(beside);
        }
    }
}
