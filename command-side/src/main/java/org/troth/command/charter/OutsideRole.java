package org.troth.command.charter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.troth.command.law.HouseLaw;
import org.troth.events.MatchId;
import org.troth.events.OutsideRoleId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.charter.CharterEvent.Decision;
import org.troth.events.charter.CharterEvent.OutsideRoleDecided;
import org.troth.events.charter.CharterEvent.OutsideRoleSaid;
import org.troth.events.referral.ReferralDecisions.Taken;

/** One request that lies outside the role of the volunteer who was asked, until it is decided whether to refer. */
@Aggregate
class OutsideRole {

    @AggregateIdentifier
    private OutsideRoleId id;

    // All three are set by the first fact, which every other handler comes after.
    @SuppressWarnings("NullAway.Init")
    private MatchId match;

    @SuppressWarnings("NullAway.Init")
    private ParticipantId participant;

    @SuppressWarnings("NullAway.Init")
    private VolunteerId volunteer;

    private boolean decided;

    OutsideRole() {}

    @CommandHandler
    OutsideRole(SayOutsideRole command) {
        ParticipantId asking = command.walk().participant();
        VolunteerId asked = command.walk().volunteer();
        if (!SayOutsideRole.mayBeSaid(command.walk(), command.kind()) || asking == null || asked == null) {
            throw CharterRefused.notMatched();
        }
        apply(new OutsideRoleSaid(command.outside(), command.match(), asking, asked, command.kind(), command.note()));
    }

    @CommandHandler
    void handle(DecideOutsideRole command) {
        if (decided) {
            throw CharterRefused.alreadyDecided();
        }
        Taken taken = command.standing().taken();
        if (taken == null || !participant.equals(command.standing().participant())) {
            throw CharterRefused.otherReferral();
        }
        if (command.standing().since() < command.said()) {
            throw CharterRefused.earlierReferral();
        }
        apply(new OutsideRoleDecided(
                id, match, participant, volunteer, decision(taken), command.referral(), HouseLaw.CHARTER_DECIDING));
    }

    private static Decision decision(Taken taken) {
        return switch (taken) {
            case OFFERED -> Decision.MADE;
            case DECLINED -> Decision.OFFERED_AND_DECLINED;
            case NOT_APPROPRIATE -> Decision.NOT_APPROPRIATE;
        };
    }

    @EventSourcingHandler
    void on(OutsideRoleSaid fact) {
        id = fact.outside();
        match = fact.match();
        participant = fact.participant();
        volunteer = fact.volunteer();
    }

    @EventSourcingHandler
    void on(OutsideRoleDecided fact) {
        decided = true;
    }
}
