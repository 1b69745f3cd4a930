package org.troth.command.youth;

import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Intent;
import org.troth.events.account.Actor;
import org.troth.events.participant.ParticipantEvent.OtherPersonTakenOut;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.youth.YouthEvent.GuardianStandingEnded;

/**
 * Whoever is no more beside a young person says nothing beside them any more, and nothing that they said counts. A No that stands is
 * not lost so: who takes its author out would take it back for them, and ending that is a coordinator's.
 */
@Component
@ProcessingGroup("reactions")
class EndGuardianStandingWhenTakenOut {

    private static final String NAME = "end-guardian-standing-when-taken-out";

    private static final Actor SYSTEM = Actor.system(UUID.fromString("5dc6d9c5-5f2e-467f-abfc-3e372d1aed04"));

    private final Streams streams;
    private final Dispatch dispatch;

    EndGuardianStandingWhenTakenOut(Streams streams, Dispatch dispatch) {
        this.streams = streams;
        this.dispatch = dispatch;
    }

    @EventHandler
    void on(OtherPersonTakenOut fact, @MessageIdentifier String eventId) {
        if (ends(YouthHistory.of(fact.participant(), streams), fact)) {
            UUID cause = UUID.fromString(eventId);
            dispatch.react(SYSTEM, cause, NAME, () -> {
                YouthHistory history = YouthHistory.of(fact.participant(), streams);
                List<NewFact> ending = ends(history, fact)
                        ? List.of(history.next(new GuardianStandingEnded(fact.participant(), fact.number())))
                        : List.of();
                return new Intent(new Facts(ending), new Unit(SYSTEM, cause, cause).provided(history.precondition()));
            });
        }
    }

    private static boolean ends(YouthHistory history, OtherPersonTakenOut fact) {
        return history.isGuardian(fact.number()) && !history.objects(fact.number());
    }
}
