package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;

/** They are not to be asked after all; may be said at any time and needs no reason. */
record DropFollowUp(@TargetAggregateIdentifier ParticipantId participant) {}
