package org.troth.events.message;

import java.util.List;
import java.util.Optional;
import org.troth.events.MessageId;

/** What would have left the house, kept in memory where no carrier is set up and nothing may leave: in trial mode. */
public interface CarriedNotes {

    /** The last ones, newest first, never where they were to go; absent where messages do leave. */
    Optional<List<Carried>> latest();

    /** One of them. */
    record Carried(MessageId message, String subject, String body, String language) {}
}
