package org.troth.command.participant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.FollowUpChosen;
import org.troth.events.participant.ParticipantEvent.FollowUpDropped;
import org.troth.events.participant.ParticipantEvent.FollowUpMade;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;

/** How a participant's support ends and begins again, and whether they may be asked after it how they are. */
class Aftercare {

    private enum Support {
        NOT_BEGUN,
        GOES_ON,
        ENDED
    }

    private Support support = Support.NOT_BEGUN;
    private final Set<ContactChannel> safe = EnumSet.noneOf(ContactChannel.class);
    private @Nullable FollowUpChosen wish;

    @CommandHandler
    void handle(CloseCase command) {
        switch (support) {
            case NOT_BEGUN -> throw ParticipantRefused.supportNotBegun();
            case ENDED -> throw ParticipantRefused.supportEnded();
            case GOES_ON -> apply(new CaseClosed(command.participant(), command.reason(), HouseLaw.CASE_CLOSING));
        }
    }

    /** What was wished for after the end has no more place when it was not the end. */
    @CommandHandler
    void handle(ReopenCase command) {
        if (support != Support.ENDED) {
            throw ParticipantRefused.supportNotEnded();
        }
        apply(new CaseReopened(command.participant(), HouseLaw.CASE_REOPENING));
        if (wish != null) {
            apply(new FollowUpDropped(command.participant()));
        }
    }

    /** The same wished for again adds nothing. */
    @CommandHandler
    void handle(ChooseFollowUp command, Clock clock) {
        if (support == Support.NOT_BEGUN) {
            throw ParticipantRefused.supportNotBegun();
        }
        LocalDate today = LocalDate.now(clock);
        if (!command.from().isAfter(today) || command.from().isAfter(today.plusDays(HouseLaw.FOLLOW_UP_DAYS))) {
            throw ParticipantRefused.followUpOutOfTime();
        }
        if (!safe.contains(command.channel())) {
            throw ParticipantRefused.wayNotSafe();
        }
        FollowUpChosen chosen =
                new FollowUpChosen(command.participant(), command.from(), command.channel(), HouseLaw.FOLLOW_UP);
        if (!chosen.equals(wish)) {
            apply(chosen);
        }
    }

    @CommandHandler
    void handle(DropFollowUp command) {
        if (wish == null) {
            throw ParticipantRefused.nothingWished();
        }
        apply(new FollowUpDropped(command.participant()));
    }

    @CommandHandler
    void handle(NoteFollowUp command, Clock clock) {
        FollowUpChosen wished = wish;
        if (support != Support.ENDED) {
            throw ParticipantRefused.supportNotEnded();
        }
        if (wished == null) {
            throw ParticipantRefused.nothingWished();
        }
        if (LocalDate.now(clock).isBefore(wished.from())) {
            throw ParticipantRefused.followUpEarly();
        }
        apply(new FollowUpMade(command.participant(), command.outcome(), HouseLaw.FOLLOW_UP));
    }

    /** A wish to be asked by a way ends with the way: another way is theirs to choose. */
    void dropIfBy(ParticipantId participant, ContactChannel channel) {
        if (wish != null && wish.channel() == channel) {
            apply(new FollowUpDropped(participant));
        }
    }

    @EventSourcingHandler
    void on(ParticipantEnrolled fact) {
        support = Support.GOES_ON;
    }

    @EventSourcingHandler
    void on(CaseClosed fact) {
        support = Support.ENDED;
    }

    @EventSourcingHandler
    void on(CaseReopened fact) {
        support = Support.GOES_ON;
    }

    @EventSourcingHandler
    void on(SafeContactChosen fact) {
        safe.add(fact.channel());
    }

    @EventSourcingHandler
    void on(ContactMarkedUnsafe fact) {
        safe.remove(fact.channel());
    }

    @EventSourcingHandler
    void on(FollowUpChosen fact) {
        wish = fact;
    }

    @EventSourcingHandler
    void on(FollowUpDropped fact) {
        wish = null;
    }

    @EventSourcingHandler
    void on(FollowUpMade fact) {
        wish = null;
    }
}
