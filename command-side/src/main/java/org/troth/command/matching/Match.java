package org.troth.command.matching;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchAccepted;
import org.troth.events.matching.MatchingEvent.MatchDeclined;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequestClosed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.MatchingEvent.ProposalTakenBack;
import org.troth.events.matching.MatchingEvent.RequestDeclined;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.matching.MatchingEvent.WishApartTakenBack;
import org.troth.events.volunteer.VolunteerStanding.Standing;

/** One request for somebody to walk beside, from the asking to the parting. Nobody can be kept in it. */
@Aggregate
class Match {

    private enum State {
        OPEN,
        PROPOSED,
        STARTED,
        ENDED,
        CLOSED
    }

    /** Reasons that say nothing of the participant. */
    private static final Set<String> OF_VOLUNTEER = Set.of("room");

    @AggregateIdentifier
    private MatchId id;

    // Set by the first fact, which every other handler comes after.
    @SuppressWarnings("NullAway.Init")
    private ParticipantId participant;

    private State state = State.OPEN;

    private @Nullable VolunteerId volunteer;

    /** Whether the volunteer was proposed without anything of the participant's record. */
    private boolean blind;

    private final Set<Side> accepted = EnumSet.noneOf(Side.class);
    private final Set<Side> askedForChange = EnumSet.noneOf(Side.class);
    private final Set<Side> askedSecondContact = EnumSet.noneOf(Side.class);
    private final WishesApart apart = new WishesApart();

    /** The earliest day by which a change was to be arranged by a coordinator. */
    private @Nullable LocalDate changeDue;

    private boolean overdueNoted;

    Match() {}

    @CommandHandler
    Match(RequestMatch command) {
        if (!command.enrolment().supported()) {
            throw MatchRefused.notEnrolled();
        }
        apply(new MatchRequested(command.match(), command.participant()));
    }

    @CommandHandler
    void handle(ProposeVolunteer command) {
        switch (state) {
            case PROPOSED -> throw MatchRefused.alreadyProposed();
            case STARTED -> throw MatchRefused.alreadyStarted();
            case ENDED -> throw MatchRefused.ended();
            case CLOSED -> throw MatchRefused.requestClosed();
            case OPEN -> {}
        }
        if (!command.standing().registered()) {
            throw MatchRefused.notRegistered();
        }
        if (command.unsuitable() || apart.keepApart(command.volunteer())) {
            throw MatchRefused.notSuitable();
        }
        if (!command.standing().qualified()) {
            throw MatchRefused.notQualified();
        }
        if (!command.room()) {
            throw MatchRefused.noRoom();
        }
        if (command.blind() && !OF_VOLUNTEER.containsAll(command.reasons())) {
            throw MatchRefused.withoutRecord();
        }
        apply(new MatchProposed(
                id,
                participant,
                command.volunteer(),
                command.reasons(),
                command.blind() ? HouseLaw.MATCH_WITHOUT_RECORD : HouseLaw.MATCH_PROPOSAL));
    }

    @CommandHandler
    void handle(AcceptMatch command) {
        VolunteerId proposed = proposed();
        if (!command.suitable()) {
            // To whoever accepts it looks as if the other had just said no; and a wish to be kept apart like what was
            // named.
            apply(new ProposalTakenBack(id, participant, proposed, HouseLaw.MATCH_CONFLICT));
            return;
        }
        if (accepted.contains(command.by())) {
            throw MatchRefused.alreadyAccepted();
        }
        boolean begins = accepted.contains(command.by().other());
        if (command.by() == Side.VOLUNTEER) {
            if (!command.read()) {
                throw MatchRefused.charterFirst();
            }
            mayTakeOn(command.standing(), command.room());
        } else if (begins && !command.standing().qualified()) {
            // The participant is not told why.
            throw MatchRefused.cannotBegin();
        }
        apply(new MatchAccepted(id, participant, proposed, command.by()));
        if (begins) {
            apply(new MatchStarted(id, participant, proposed, HouseLaw.MATCH_START));
        }
    }

    private static void mayTakeOn(Standing standing, boolean room) {
        if (!standing.qualified()) {
            throw MatchRefused.notQualified();
        }
        if (!room) {
            throw MatchRefused.noRoom();
        }
    }

    /** Taken back or answered meanwhile, nothing is added. */
    @CommandHandler
    void handle(TakeBackProposal command) {
        VolunteerId proposed = volunteer;
        if (state == State.PROPOSED && proposed != null && !blind) {
            apply(new ProposalTakenBack(id, participant, proposed, HouseLaw.MATCH_TAKEN_BACK));
        }
    }

    @CommandHandler
    void handle(DeclineMatch command) {
        apply(new MatchDeclined(id, participant, proposed(), command.by()));
    }

    /** Asked again by the same side, nothing is added: their clock runs from when they first asked. */
    @CommandHandler
    void handle(AskForChange command, Clock clock) {
        VolunteerId walkingBeside = started();
        if (!askedForChange.contains(command.by())) {
            apply(new ChangeAsked(
                    id,
                    participant,
                    walkingBeside,
                    command.by(),
                    LocalDate.now(clock).plusDays(HouseLaw.CHANGE_DAYS),
                    HouseLaw.MATCH_CHANGE));
        }
    }

    /** As often as one is asked; nothing is counted, and nothing else changes by it. */
    @CommandHandler
    void handle(SayNoToRequest command) {
        apply(new RequestDeclined(id, participant, started(), command.by(), HouseLaw.NO));
    }

    /** Independent of what was asked of the coordinator, and like it: asked again by the same side, nothing is added. */
    @CommandHandler
    void handle(AskSecondContact command, Clock clock) {
        VolunteerId walkingBeside = started();
        if (!askedSecondContact.contains(command.by())) {
            apply(new SecondContactAsked(
                    id,
                    participant,
                    walkingBeside,
                    command.by(),
                    LocalDate.now(clock).plusDays(HouseLaw.CHANGE_DAYS),
                    HouseLaw.MATCH_SECOND_CONTACT));
        }
    }

    /** Taken back again, nothing is added. While the two walk together there is nothing to take back yet. */
    @CommandHandler
    void handle(TakeBackWishApart command) {
        if (state == State.STARTED && command.volunteer().equals(volunteer)) {
            throw MatchRefused.stillTogether();
        }
        if (apart.standsFor(command.volunteer(), command.by())) {
            apply(new WishApartTakenBack(id, participant, command.volunteer(), command.by(), HouseLaw.MATCH_APART));
        }
    }

    /** Once in a match; the day itself still counts. */
    @CommandHandler
    void handle(NoteChangeOverdue command, Clock clock) {
        VolunteerId walkingBeside = started();
        LocalDate due = changeDue;
        if (due == null || overdueNoted || !LocalDate.now(clock).isAfter(due)) {
            throw MatchRefused.notOverdue();
        }
        apply(new ChangeOverdue(id, participant, walkingBeside, due, HouseLaw.MATCH_CHANGE_OVERDUE));
    }

    /**
     * What was asked for is not ended as something else, which nobody would be told of and after which nobody would be looked for.
     * The end of support is the person's own, and ends the match with it.
     */
    @CommandHandler
    void handle(EndMatch command) {
        started();
        if (!askedForChange.isEmpty()
                && command.reason() != EndReason.CHANGE_ARRANGED
                && command.reason() != EndReason.SUPPORT_ENDED) {
            throw MatchRefused.changeAsked();
        }
        apply(new MatchEnded(id, participant, started(), command.reason()));
    }

    @CommandHandler
    void handle(CloseMatchRequest command) {
        switch (state) {
            case OPEN, PROPOSED -> apply(new MatchRequestClosed(id, participant));
            case STARTED -> throw MatchRefused.alreadyStarted();
            case ENDED -> throw MatchRefused.ended();
            case CLOSED -> throw MatchRefused.requestClosed();
        }
    }

    /** The volunteer proposed now, or a refusal. */
    private VolunteerId proposed() {
        if (state == State.PROPOSED && volunteer != null) {
            return volunteer;
        }
        throw switch (state) {
            case STARTED -> MatchRefused.alreadyStarted();
            case ENDED -> MatchRefused.ended();
            case CLOSED -> MatchRefused.requestClosed();
            case OPEN, PROPOSED -> MatchRefused.nothingProposed();
        };
    }

    /** The volunteer of a match that has started and goes on, or a refusal. */
    private VolunteerId started() {
        if (state == State.STARTED && volunteer != null) {
            return volunteer;
        }
        throw switch (state) {
            case ENDED -> MatchRefused.ended();
            case CLOSED -> MatchRefused.requestClosed();
            case OPEN, PROPOSED, STARTED -> MatchRefused.notStarted();
        };
    }

    @EventSourcingHandler
    void on(MatchRequested fact) {
        id = fact.match();
        participant = fact.participant();
    }

    @EventSourcingHandler
    void on(MatchProposed fact) {
        state = State.PROPOSED;
        volunteer = fact.volunteer();
        blind = MatchHistory.isBlind(fact);
        accepted.clear();
    }

    @EventSourcingHandler
    void on(MatchAccepted fact) {
        accepted.add(fact.by());
    }

    @EventSourcingHandler
    void on(MatchDeclined fact) {
        nobodyProposed();
        apart.state(fact.volunteer(), fact.by());
    }

    @EventSourcingHandler
    void on(ProposalTakenBack fact) {
        nobodyProposed();
    }

    private void nobodyProposed() {
        state = State.OPEN;
        volunteer = null;
        accepted.clear();
    }

    @EventSourcingHandler
    void on(MatchStarted fact) {
        state = State.STARTED;
    }

    @EventSourcingHandler
    void on(ChangeAsked fact) {
        askedForChange.add(fact.by());
        apart.state(fact.volunteer(), fact.by());
        changeDue = changeDue == null || fact.dueBy().isBefore(changeDue) ? fact.dueBy() : changeDue;
    }

    @EventSourcingHandler
    void on(RequestDeclined fact) {
        // A No is never counted.
    }

    @EventSourcingHandler
    void on(SecondContactAsked fact) {
        askedSecondContact.add(fact.by());
        apart.state(fact.volunteer(), fact.by());
    }

    @EventSourcingHandler
    void on(WishApartTakenBack fact) {
        apart.takeBack(fact.volunteer(), fact.by());
    }

    @EventSourcingHandler
    void on(ChangeOverdue fact) {
        overdueNoted = true;
    }

    @EventSourcingHandler
    void on(MatchEnded fact) {
        state = State.ENDED;
    }

    @EventSourcingHandler
    void on(MatchRequestClosed fact) {
        state = State.CLOSED;
    }
}
