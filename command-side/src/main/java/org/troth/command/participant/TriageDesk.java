package org.troth.command.participant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.participant.ParticipantEvent.OtherSupport;
import org.troth.events.participant.ParticipantEvent.PowerImbalance;
import org.troth.events.participant.ParticipantEvent.Suitability;
import org.troth.events.participant.ParticipantEvent.Urgency;
import org.troth.events.recording.Unit;

/** Takes in what a coordinator weighed with somebody, and how soon they need somebody. Codes alone: the story stays theirs. */
@Component
class TriageDesk {

    /**
     * What was weighed.
     *
     * @param outcome SUITABLE, OTHER_HELP_FIRST or NOT_NOW
     * @param reason a code of the programme
     * @param otherSupport NONE, SOME, ENOUGH or NOT_SAID, as they told it
     * @param imbalance FELT, NOT_FELT or NOT_SAID, as they told it
     */
    record Assessment(
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String otherSupport,
            @Nullable String imbalance) {}

    /**
     * How somebody waits.
     *
     * @param urgency URGENT, SOON or STEADY
     * @param nextStep what is done meanwhile, a code of the programme; needed where it is urgent
     */
    record Waiting(@Nullable String urgency, @Nullable String nextStep) {}

    private final Dispatch dispatch;
    private final Permits permits;

    TriageDesk(Dispatch dispatch, Permits permits) {
        this.dispatch = dispatch;
        this.permits = permits;
    }

    Outcome assess(Asked asked, ParticipantId id, Assessment said) {
        String route = "POST /participants/{id}/assessment";
        permits.coordinator(asked, route, id.value());
        Fields fields = new Fields();
        var outcome = fields.choice("outcome", said.outcome(), Suitability.class);
        var reason = fields.code("reason", said.reason(), CodeList.SUITABILITY);
        var support = fields.choice("otherSupport", said.otherSupport(), OtherSupport.class);
        var imbalance = fields.choice("imbalance", said.imbalance(), PowerImbalance.class);
        fields.check();
        return act(
                asked,
                id,
                What.of(route, id, outcome.get(), reason.get(), support.get(), imbalance.get()),
                new AssessSuitability(id, outcome.get(), reason.get(), support.get(), imbalance.get()));
    }

    Outcome wait(Asked asked, ParticipantId id, Waiting said) {
        String route = "POST /participants/{id}/waiting";
        permits.coordinator(asked, route, id.value());
        Fields fields = new Fields();
        var urgency = fields.choice("urgency", said.urgency(), Urgency.class);
        String typed = said.nextStep();
        String step = typed == null || typed.isBlank()
                ? null
                : fields.code("nextStep", typed, CodeList.STEP).orNull();
        fields.check();
        return act(asked, id, What.of(route, id, urgency.get(), step), new JoinWaitingList(id, urgency.get(), step));
    }

    void mayOpenForm(Asked asked, String route, ParticipantId id) {
        permits.coordinator(asked, route, id.value());
        permits.onRecord(id, ParticipantEvent.class);
    }

    private Outcome act(Asked asked, ParticipantId id, String what, Object command) {
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                what,
                () -> new Intent(command, new Unit(asked.actor(), asked.request()), id.toString()));
    }
}
