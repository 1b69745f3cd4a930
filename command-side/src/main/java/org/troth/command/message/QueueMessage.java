package org.troth.command.message;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MessageId;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.message.Receiver;

/** Somebody should hear that something waits for them; nothing leaves yet. */
record QueueMessage(@TargetAggregateIdentifier MessageId message, Receiver receiver, Occasion occasion, UUID about) {}
