package org.troth.query.overview;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.message.MessageEvent;
import org.troth.events.message.MessageEvent.MessageGivenUp;
import org.troth.events.message.MessageEvent.MessageLeaving;
import org.troth.events.message.MessageEvent.MessageLeft;
import org.troth.events.message.MessageEvent.MessageNotTaken;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.MessageUnaccounted;
import org.troth.events.message.MessageEvent.MessageWithheld;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;

/** Tells which messages were due, and whether they left. */
@KeepsRows
final class MessageChronicleProjection {

    private final Chronicle chronicle;

    MessageChronicleProjection(Rows rows) {
        chronicle = new Chronicle(rows);
    }

    @EventHandler
    void on(MessageQueued fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).code(fact.occasion().name()).tell();
    }

    @EventHandler
    void on(MessageLeaving fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).code(fact.channel().name()).tell();
    }

    @EventHandler
    void on(MessageLeft fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(MessageNotTaken fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(MessageGivenUp fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).code(fact.trouble().name()).tell();
    }

    @EventHandler
    void on(MessageUnaccounted fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).tell();
    }

    @EventHandler
    void on(MessageWithheld fact, EventMessage<?> message, TrackingToken token) {
        line(fact, message, token).code(fact.why().name()).tell();
    }

    private Chronicle.Line line(MessageEvent fact, EventMessage<?> message, TrackingToken token) {
        Chronicle.Line line =
                chronicle.of(fact, message, token).about(fact.message().value());
        return switch (fact.receiver().kind()) {
            case PARTICIPANT -> line.with(new ParticipantId(fact.receiver().id()));
            case VOLUNTEER -> line.with(new VolunteerId(fact.receiver().id()));
            case AGENCY, SECOND_CONTACT -> line;
        };
    }
}
