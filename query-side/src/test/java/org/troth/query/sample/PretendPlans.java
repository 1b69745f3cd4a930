package org.troth.query.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.troth.events.PlanId;
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.JointPlans;
import org.troth.events.plan.PlanEvent;
import org.troth.events.recording.RecordedFact;

/** Answers from the record in memory, however late the views are. */
public final class PretendPlans implements JointPlans {

    private final FactFeed feed;

    PretendPlans(FactFeed feed) {
        this.feed = feed;
    }

    @Override
    public JointPlan of(PlanId plan) {
        List<RecordedFact> facts = new ArrayList<>();
        for (TrackedEventMessage<?> each : feed.facts()) {
            if (each.getPayload() instanceof PlanEvent fact && fact.plan().equals(plan)) {
                facts.add(new RecordedFact(
                        each.trackingToken().position().orElseThrow(),
                        plan.value(),
                        "Plan",
                        plan.toString(),
                        facts.size(),
                        each.getTimestamp(),
                        fact,
                        Map.of()));
            }
        }
        return JointPlan.of(plan, facts);
    }
}
