package org.troth.command.participant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.troth.command.law.HouseLaw;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.ParticipantAvailabilityStated;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;

/** A person who asks for help, from the enquiry on; each step happens once and in order. */
@Aggregate
class Participant {

    private enum Stage {
        ENQUIRING,
        TAKEN_IN,
        ENROLLED,
        CLOSED
    }

    @AggregateIdentifier
    private ParticipantId id;

    private Stage stage = Stage.ENQUIRING;
    private final Set<ContactChannel> unsafe = EnumSet.noneOf(ContactChannel.class);
    private List<String> times = List.of();

    Participant() {}

    @CommandHandler
    Participant(ReceiveEnquiry command) {
        apply(new EnquiryReceived(command.participant(), command.matter(), command.language(), command.words()));
    }

    @CommandHandler
    void handle(CompleteIntake command) {
        switch (stage) {
            case CLOSED -> throw ParticipantRefused.closed();
            case TAKEN_IN, ENROLLED -> throw ParticipantRefused.alreadyTakenIn();
            case ENQUIRING ->
                apply(new IntakeCompleted(
                        id, command.name(), command.matter(), command.language(), command.needs(), command.note()));
        }
    }

    @CommandHandler
    void handle(EnrolParticipant command) {
        switch (stage) {
            case CLOSED -> throw ParticipantRefused.closed();
            case ENROLLED -> throw ParticipantRefused.alreadyEnrolled();
            case ENQUIRING -> throw ParticipantRefused.intakeFirst();
            case TAKEN_IN -> apply(new ParticipantEnrolled(id, HouseLaw.ENROLMENT));
        }
    }

    @CommandHandler
    void handle(CloseEnquiry command) {
        switch (stage) {
            case CLOSED -> throw ParticipantRefused.closed();
            case ENROLLED -> throw ParticipantRefused.noLongerAnEnquiry();
            case ENQUIRING, TAKEN_IN -> apply(new EnquiryClosed(id, command.reason()));
        }
    }

    @CommandHandler
    void handle(ChooseSafeContact command) {
        if (stage == Stage.CLOSED) {
            throw ParticipantRefused.closed();
        }
        apply(new SafeContactChosen(id, command.channel(), command.address(), command.advice()));
    }

    @CommandHandler
    void handle(MarkContactUnsafe command) {
        if (unsafe.contains(command.channel())) {
            throw ParticipantRefused.alreadyUnsafe();
        }
        apply(new ContactMarkedUnsafe(id, command.channel()));
    }

    /** The same said again adds nothing. */
    @CommandHandler
    void handle(StateAvailability command) {
        if (stage == Stage.CLOSED) {
            throw ParticipantRefused.closed();
        }
        if (!command.times().equals(times)) {
            apply(new ParticipantAvailabilityStated(id, command.times()));
        }
    }

    @EventSourcingHandler
    void on(EnquiryReceived fact) {
        id = fact.participant();
    }

    @EventSourcingHandler
    void on(IntakeCompleted fact) {
        stage = Stage.TAKEN_IN;
    }

    @EventSourcingHandler
    void on(ParticipantEnrolled fact) {
        stage = Stage.ENROLLED;
    }

    @EventSourcingHandler
    void on(EnquiryClosed fact) {
        stage = Stage.CLOSED;
    }

    @EventSourcingHandler
    void on(SafeContactChosen fact) {
        unsafe.remove(fact.channel());
    }

    @EventSourcingHandler
    void on(ContactMarkedUnsafe fact) {
        unsafe.add(fact.channel());
    }

    @EventSourcingHandler
    void on(ParticipantAvailabilityStated fact) {
        times = fact.times();
    }
}
