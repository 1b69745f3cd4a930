package org.troth.command.goal;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.GoalId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;

/** A participant sets themselves a goal, in their own words. */
record SetGoal(
        @TargetAggregateIdentifier GoalId goal,
        ParticipantId participant,
        @Nullable String about,
        Sealed words) {}
