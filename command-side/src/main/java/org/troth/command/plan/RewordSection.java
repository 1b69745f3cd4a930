package org.troth.command.plan;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.confidential.Sealed;
import org.troth.events.plan.PlanEvent.Hand;

/** It is put in other words by whoever has read these; the earlier ones stay. */
record RewordSection(
        @TargetAggregateIdentifier PlanId plan, PlanSectionId section, int version, Hand by, Sealed words) {}
