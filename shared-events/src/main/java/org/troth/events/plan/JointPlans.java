package org.troth.events.plan;

import org.troth.events.PlanId;

/** The strong question "what does this plan say now, and to whom is which section shown?", answered from its stream and never from a view. */
public interface JointPlans {

    /** An unknown plan is nobody's, and nothing stands in it. */
    JointPlan of(PlanId plan);
}
