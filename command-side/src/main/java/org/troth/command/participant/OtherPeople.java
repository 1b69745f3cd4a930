package org.troth.command.participant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.troth.command.law.HouseLaw;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.OtherPersonNamed;
import org.troth.events.participant.ParticipantEvent.OtherPersonTakenOut;

/** Who beside a participant is named, and only as long as the help needs it. */
class OtherPeople {

    private static final int MOST = 12;

    private enum Help {
        BEFORE_INTAKE,
        GOES_ON,
        ENDED,
        CLOSED
    }

    private Help help = Help.BEFORE_INTAKE;
    private int named;
    private final Set<Integer> there = new HashSet<>();

    @CommandHandler
    void handle(NameOtherPerson command) {
        switch (help) {
            case BEFORE_INTAKE -> throw ParticipantRefused.othersAfterIntake();
            case ENDED -> throw ParticipantRefused.supportEnded();
            case CLOSED -> throw ParticipantRefused.closed();
            case GOES_ON -> {}
        }
        if (there.size() >= MOST) {
            throw ParticipantRefused.manyNamed();
        }
        apply(new OtherPersonNamed(
                command.participant(),
                named + 1,
                command.name(),
                command.relation(),
                command.need(),
                HouseLaw.OTHERS_NAMING));
    }

    @CommandHandler
    void handle(TakeOtherPersonOut command) {
        if (!there.contains(command.number())) {
            throw ParticipantRefused.nobodyToTakeOut();
        }
        apply(new OtherPersonTakenOut(command.participant(), command.number()));
    }

    @EventSourcingHandler
    void on(IntakeCompleted fact) {
        help = Help.GOES_ON;
    }

    @EventSourcingHandler
    void on(EnquiryClosed fact) {
        help = Help.CLOSED;
    }

    @EventSourcingHandler
    void on(EnquiryWithdrawn fact) {
        help = Help.CLOSED;
    }

    @EventSourcingHandler
    void on(CaseClosed fact) {
        help = Help.ENDED;
    }

    @EventSourcingHandler
    void on(CaseReopened fact) {
        help = Help.GOES_ON;
    }

    @EventSourcingHandler
    void on(OtherPersonNamed fact) {
        named = fact.number();
        there.add(fact.number());
    }

    @EventSourcingHandler
    void on(OtherPersonTakenOut fact) {
        there.remove(fact.number());
    }
}
