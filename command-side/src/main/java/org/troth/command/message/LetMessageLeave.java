package org.troth.command.message;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MessageId;
import org.troth.events.message.MessageEvent.Wording;
import org.troth.events.participant.ParticipantEvent.ContactChannel;

/** It leaves now, as long as the way that was chosen is safe and what it is about still waits. */
record LetMessageLeave(
        @TargetAggregateIdentifier MessageId message,
        ContactChannel channel,
        Wording wording,
        long receiverSequence,
        long aboutSequence) {}
