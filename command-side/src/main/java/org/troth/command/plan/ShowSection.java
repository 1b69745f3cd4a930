package org.troth.command.plan;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.matching.MatchInForce.Standing;

/** The participant shows a section to whoever walks beside them in this match, as long as it goes on. */
record ShowSection(@TargetAggregateIdentifier PlanId plan, PlanSectionId section, MatchId match, Standing standing) {}
