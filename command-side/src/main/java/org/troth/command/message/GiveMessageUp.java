package org.troth.command.message;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MessageId;
import org.troth.events.message.MessageEvent.Trouble;

/** It did not leave, and is not tried again. */
record GiveMessageUp(@TargetAggregateIdentifier MessageId message, Trouble trouble) {}
