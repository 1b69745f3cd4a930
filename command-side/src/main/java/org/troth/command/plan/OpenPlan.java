package org.troth.command.plan;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;
import org.troth.events.PlanId;
import org.troth.events.participant.Enrolment;

/** A coordinator opens a plan with a participant; one is open at a time, and no consent is asked for it. */
record OpenPlan(@TargetAggregateIdentifier PlanId plan, ParticipantId participant, Enrolment.Standing standing) {}
