package org.troth.command.participant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.troth.command.law.HouseLaw;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.FirstTellingHeard;
import org.troth.events.participant.ParticipantEvent.FirstTellingStepTaken;

/** What a participant told for the first time: that it was told, and what is still to be done after it. */
class FirstTellings {

    private boolean closed;
    private int heard;
    private final Set<Integer> toDo = new HashSet<>();

    /** Also after the end of support: somebody may tell something when they are asked how they are. */
    @CommandHandler
    void handle(NoteFirstTelling command) {
        if (closed) {
            throw ParticipantRefused.closed();
        }
        apply(new FirstTellingHeard(
                command.participant(), heard + 1, command.heardBy(), command.nextStep(), HouseLaw.FIRST_TELLING));
    }

    /** Also after an enquiry was closed: what was promised is still done. */
    @CommandHandler
    void handle(TakeFirstStep command) {
        if (!toDo.contains(command.number())) {
            throw ParticipantRefused.noStepToTake();
        }
        apply(new FirstTellingStepTaken(command.participant(), command.number()));
    }

    @EventSourcingHandler
    void on(EnquiryClosed fact) {
        closed = true;
    }

    /** Whoever took their enquiry back wishes nothing to be done. */
    @EventSourcingHandler
    void on(EnquiryWithdrawn fact) {
        closed = true;
        toDo.clear();
    }

    @EventSourcingHandler
    void on(FirstTellingHeard fact) {
        heard = fact.number();
        if (fact.nextStep() != null) {
            toDo.add(fact.number());
        }
    }

    @EventSourcingHandler
    void on(FirstTellingStepTaken fact) {
        toDo.remove(fact.number());
    }
}
