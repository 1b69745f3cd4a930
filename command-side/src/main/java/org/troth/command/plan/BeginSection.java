package org.troth.command.plan;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.MatchId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.confidential.Sealed;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.plan.PlanEvent.Hand;

/** Somebody whose field it is writes the first words of a section; a discipline has one, and peer support one for each match. */
record BeginSection(
        @TargetAggregateIdentifier PlanId plan,
        PlanSectionId section,
        String discipline,
        @Nullable MatchId match,
        @Nullable Standing standing,
        Hand by,
        Sealed words) {}
