package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;

/** Somebody beside the participant is not named any more; works at any time and needs no reason. */
record TakeOtherPersonOut(@TargetAggregateIdentifier ParticipantId participant, int number) {}
