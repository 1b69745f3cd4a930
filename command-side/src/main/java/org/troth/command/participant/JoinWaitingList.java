package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.Urgency;

/** Puts somebody on the waiting list after their intake, or gives their waiting another urgency. */
record JoinWaitingList(
        @TargetAggregateIdentifier ParticipantId participant,
        Urgency urgency,
        @Nullable String nextStep) {}
