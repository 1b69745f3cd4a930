package org.troth.command.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.JointPlans;
import org.troth.events.plan.PlanEvent;
import org.troth.events.recording.Claim;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Answers from a plan's stream what it says, and knows by its claim which plan of a participant is open. */
@Component
class RecordedPlans implements JointPlans {

    private final Streams streams;
    private final Tags tags;

    RecordedPlans(Streams streams, Tags tags) {
        this.streams = streams;
        this.tags = tags;
    }

    @Override
    public JointPlan of(PlanId plan) {
        return JointPlan.of(plan, streams.read(plan.toString(), 0));
    }

    /** That this participant has one open plan. */
    Claim claim(ParticipantId participant) {
        return new Claim(TagKind.OPEN_PLAN, tags.tag(TagKind.OPEN_PLAN, participant.toString()));
    }

    /** The open plan that was opened before this position. */
    Optional<PlanId> openBefore(long position, ParticipantId participant) {
        List<RecordedFact> open = streams.readHolder(claim(participant));
        return open.isEmpty()
                        || open.get(0).position() > position
                        || !(open.get(0).fact() instanceof PlanEvent fact)
                ? Optional.empty()
                : Optional.of(fact.plan());
    }
}
