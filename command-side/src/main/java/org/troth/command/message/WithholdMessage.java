package org.troth.command.message;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MessageId;
import org.troth.events.message.MessageEvent.Why;

/** It is kept back for good. */
record WithholdMessage(@TargetAggregateIdentifier MessageId message, Why why) {}
