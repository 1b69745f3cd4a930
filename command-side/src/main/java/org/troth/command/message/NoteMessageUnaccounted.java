package org.troth.command.message;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MessageId;

/** Nobody knows whether it left; it is never sent again. */
record NoteMessageUnaccounted(@TargetAggregateIdentifier MessageId message) {}
