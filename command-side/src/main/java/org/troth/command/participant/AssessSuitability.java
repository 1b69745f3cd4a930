package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.OtherSupport;
import org.troth.events.participant.ParticipantEvent.PowerImbalance;
import org.troth.events.participant.ParticipantEvent.Suitability;

/** Whether the programme is the right help is weighed with somebody; again whenever things have changed. */
record AssessSuitability(
        @TargetAggregateIdentifier ParticipantId participant,
        Suitability outcome,
        String reason,
        OtherSupport otherSupport,
        PowerImbalance imbalance) {}
