package org.troth.command.message;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.troth.command.law.HouseLaw;
import org.troth.events.MessageId;
import org.troth.events.message.MessageEvent.MessageGivenUp;
import org.troth.events.message.MessageEvent.MessageLeaving;
import org.troth.events.message.MessageEvent.MessageLeft;
import org.troth.events.message.MessageEvent.MessageNotTaken;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.MessageUnaccounted;
import org.troth.events.message.MessageEvent.MessageWithheld;
import org.troth.events.message.Receiver;

/** One message: whatever happens, it is about to leave at most once at a time, and leaves at most once. */
@Aggregate
class Message {

    @AggregateIdentifier
    private MessageId id;

    // Set by the first fact, which every other handler comes after.
    @SuppressWarnings("NullAway.Init")
    private Receiver receiver;

    private MessageState state = MessageState.WAITING;

    Message() {}

    @CommandHandler
    Message(QueueMessage command) {
        apply(new MessageQueued(command.message(), command.receiver(), command.occasion(), command.about()));
    }

    @CommandHandler
    void handle(LetMessageLeave command) {
        onlyWhileWaiting();
        apply(new MessageLeaving(
                id,
                receiver,
                command.channel(),
                command.wording(),
                command.receiverSequence(),
                command.aboutSequence(),
                HouseLaw.MESSAGE_LEAVING));
    }

    @CommandHandler
    void handle(WithholdMessage command) {
        onlyWhileWaiting();
        apply(new MessageWithheld(id, receiver, command.why(), HouseLaw.MESSAGE_WITHHOLDING));
    }

    @CommandHandler
    void handle(NoteMessageLeft command) {
        if (state == MessageState.OVER) {
            throw MessageRefused.notOnItsWay();
        }
        apply(new MessageLeft(id, receiver));
    }

    @CommandHandler
    void handle(NoteMessageNotTaken command) {
        onlyWhileLeaving();
        apply(new MessageNotTaken(id, receiver));
    }

    @CommandHandler
    void handle(GiveMessageUp command) {
        onlyWhileLeaving();
        apply(new MessageGivenUp(id, receiver, command.trouble()));
    }

    @CommandHandler
    void handle(NoteMessageUnaccounted command) {
        onlyWhileLeaving();
        apply(new MessageUnaccounted(id, receiver));
    }

    private void onlyWhileWaiting() {
        switch (state) {
            case WAITING -> {}
            case LEAVING -> throw MessageRefused.onItsWay();
            case UNACCOUNTED, OVER -> throw MessageRefused.over();
        }
    }

    private void onlyWhileLeaving() {
        if (state != MessageState.LEAVING) {
            throw MessageRefused.notOnItsWay();
        }
    }

    @EventSourcingHandler
    void on(MessageQueued fact) {
        id = fact.message();
        receiver = fact.receiver();
    }

    @EventSourcingHandler
    void on(MessageLeaving fact) {
        state = state.after(fact);
    }

    @EventSourcingHandler
    void on(MessageLeft fact) {
        state = state.after(fact);
    }

    @EventSourcingHandler
    void on(MessageNotTaken fact) {
        state = state.after(fact);
    }

    @EventSourcingHandler
    void on(MessageGivenUp fact) {
        state = state.after(fact);
    }

    @EventSourcingHandler
    void on(MessageUnaccounted fact) {
        state = state.after(fact);
    }

    @EventSourcingHandler
    void on(MessageWithheld fact) {
        state = state.after(fact);
    }
}
