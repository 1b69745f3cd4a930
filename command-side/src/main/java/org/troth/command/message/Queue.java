package org.troth.command.message;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.events.AgencyId;
import org.troth.events.MessageId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.message.Receiver;
import org.troth.events.recording.Unit;

/** Puts a message on the record as due: once for each fact that makes it due and each receiver, however often it is asked. */
@Component
class Queue {

    private static final Actor SYSTEM = Actor.system(UUID.fromString("7a4e2f0c-51d6-4c1b-9b7a-2f6f8e1d0c03"));

    private final Dispatch dispatch;

    Queue(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    void tell(ParticipantId participant, Occasion occasion, UUID about, String cause) {
        tell(new Receiver(Receiver.Kind.PARTICIPANT, participant.value()), occasion, about, UUID.fromString(cause));
    }

    void tell(VolunteerId volunteer, Occasion occasion, UUID about, String cause) {
        tell(new Receiver(Receiver.Kind.VOLUNTEER, volunteer.value()), occasion, about, UUID.fromString(cause));
    }

    void tell(AgencyId agency, Occasion occasion, UUID about, String cause) {
        tell(new Receiver(Receiver.Kind.AGENCY, agency.value()), occasion, about, UUID.fromString(cause));
    }

    void tellSecondContact(Occasion occasion, UUID about, String cause) {
        tell(Receiver.SECOND_CONTACT, occasion, about, UUID.fromString(cause));
    }

    private void tell(Receiver receiver, Occasion occasion, UUID about, UUID cause) {
        dispatch.react(SYSTEM, cause, "queue-message/" + receiver.id(), () -> {
            MessageId id = new MessageId(UUID.randomUUID());
            return new Intent(
                    new QueueMessage(id, receiver, occasion, about), new Unit(SYSTEM, cause, cause), id.toString());
        });
    }
}
