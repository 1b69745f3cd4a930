package org.troth.command.message;

import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.boundary.BoundaryEvent.BoundaryChanged;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Tells the other side when a boundary is set or changed. A No is told by nobody but the page. */
@Component
@ProcessingGroup("reactions")
class TellOtherWhenBoundarySet {

    private final Queue queue;
    private final Streams streams;

    TellOtherWhenBoundarySet(Queue queue, Streams streams) {
        this.queue = queue;
        this.streams = streams;
    }

    @EventHandler
    void on(BoundarySet fact, @MessageIdentifier String eventId) {
        tell(
                fact.by(),
                fact.participant(),
                fact.volunteer(),
                Occasion.BOUNDARY_SET,
                fact.boundary().value(),
                eventId);
    }

    /** Whose boundary it is was said when it was set. */
    @EventHandler
    void on(BoundaryChanged fact, @MessageIdentifier String eventId) {
        for (RecordedFact each : streams.read(fact.boundary().toString(), 0)) {
            if (each.fact() instanceof BoundarySet set) {
                tell(
                        fact.by(),
                        set.participant(),
                        set.volunteer(),
                        Occasion.BOUNDARY_CHANGED,
                        fact.boundary().value(),
                        eventId);
            }
        }
    }

    private void tell(
            Side by, ParticipantId participant, VolunteerId volunteer, Occasion occasion, UUID about, String cause) {
        if (by == Side.PARTICIPANT) {
            queue.tell(volunteer, occasion, about, cause);
        } else {
            queue.tell(participant, occasion, about, cause);
        }
    }
}
