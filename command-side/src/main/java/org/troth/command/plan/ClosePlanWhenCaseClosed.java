package org.troth.command.plan;

import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.events.PlanId;
import org.troth.events.account.Actor;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.plan.PlanEvent.Ending;
import org.troth.events.recording.Unit;

/**
 * Closes a participant's plan when their support ends. One that is opened after support began again is at a later position than
 * the end that this reacts to.
 */
@Component
@ProcessingGroup("reactions")
class ClosePlanWhenCaseClosed {

    private static final String NAME = "close-plan-when-case-closed";

    private static final Actor SYSTEM = Actor.system(UUID.fromString("6b0d1f0e-8a0b-4c55-9a52-3b6b1d7e2f31"));

    private final RecordedPlans plans;
    private final Dispatch dispatch;

    ClosePlanWhenCaseClosed(RecordedPlans plans, Dispatch dispatch) {
        this.plans = plans;
        this.dispatch = dispatch;
    }

    @EventHandler
    void on(CaseClosed fact, @MessageIdentifier String eventId, TrackingToken token) {
        long closed = token.position()
                .orElseThrow(() -> new IllegalStateException("a fact of the record without a position"));
        plans.openBefore(closed, fact.participant()).ifPresent(plan -> close(plan, fact, UUID.fromString(eventId)));
    }

    private void close(PlanId plan, CaseClosed fact, UUID cause) {
        try {
            dispatch.react(
                    SYSTEM,
                    cause,
                    NAME + "/" + plan,
                    () -> new Intent(
                            new ClosePlan(plan, Ending.SUPPORT_ENDED),
                            new Unit(SYSTEM, cause, cause).releasing(plans.claim(fact.participant())),
                            plan.toString()));
        } catch (PlanRefused refused) {
            if (!PlanRefused.closed().rule().equals(refused.rule())) {
                throw refused;
            }
        }
    }
}
