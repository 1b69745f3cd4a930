package org.troth.command.boundary;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.troth.events.BoundaryId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.boundary.BoundaryEvent.BoundaryChanged;
import org.troth.events.boundary.BoundaryEvent.BoundaryDeclined;
import org.troth.events.boundary.BoundaryEvent.BoundaryLifted;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.matching.MatchInForce.Standing;

/** One boundary of a match: its author's to change, and either side's to stand on. */
@Aggregate
class Boundary {

    @AggregateIdentifier
    private BoundaryId id;

    // All three are set by the first fact, which every other handler comes after.
    @SuppressWarnings("NullAway.Init")
    private MatchId match;

    @SuppressWarnings("NullAway.Init")
    private Side by;

    @SuppressWarnings("NullAway.Init")
    private UUID author;

    private boolean lifted;

    Boundary() {}

    @CommandHandler
    Boundary(SetBoundary command) {
        ParticipantId participant = command.standing().participant();
        VolunteerId volunteer = command.standing().volunteer();
        if (!command.standing().started() || participant == null || volunteer == null) {
            throw BoundaryRefused.notMatched();
        }
        apply(new BoundarySet(
                command.boundary(),
                command.match(),
                participant,
                volunteer,
                command.by(),
                command.by() == Side.PARTICIPANT ? participant.value() : volunteer.value(),
                command.topic(),
                command.words()));
    }

    @CommandHandler
    void handle(ChangeBoundary command) {
        onlyItsAuthor(command.standing(), command.by());
        apply(new BoundaryChanged(id, match, by, author, command.topic(), command.words()));
    }

    @CommandHandler
    void handle(SayNo command) {
        onlyWhileMatched(command.standing());
        apply(new BoundaryDeclined(id, match, command.by()));
    }

    @CommandHandler
    void handle(LiftBoundary command) {
        onlyItsAuthor(command.standing(), command.by());
        apply(new BoundaryLifted(id, match, by));
    }

    private void onlyItsAuthor(Standing standing, Side side) {
        onlyWhileMatched(standing);
        if (side != by) {
            throw BoundaryRefused.notItsAuthor();
        }
        if (lifted) {
            throw BoundaryRefused.lifted();
        }
    }

    private static void onlyWhileMatched(Standing standing) {
        if (!standing.started()) {
            throw BoundaryRefused.notMatched();
        }
    }

    @EventSourcingHandler
    void on(BoundarySet fact) {
        id = fact.boundary();
        match = fact.match();
        by = fact.by();
        author = fact.author();
    }

    @EventSourcingHandler
    void on(BoundaryChanged fact) {
        // Its words and topic decide nothing here.
    }

    @EventSourcingHandler
    void on(BoundaryDeclined fact) {
        // A No is never counted.
    }

    @EventSourcingHandler
    void on(BoundaryLifted fact) {
        lifted = true;
    }
}
