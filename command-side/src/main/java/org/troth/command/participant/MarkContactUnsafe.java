package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.ContactChannel;

/** Nothing may go this way from now on; works at any time, even for a channel that was never chosen. */
record MarkContactUnsafe(@TargetAggregateIdentifier ParticipantId participant, ContactChannel channel) {}
