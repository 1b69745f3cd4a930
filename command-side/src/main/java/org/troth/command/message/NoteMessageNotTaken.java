package org.troth.command.message;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MessageId;

/** The carrier did not take it this time: it did not leave. */
record NoteMessageNotTaken(@TargetAggregateIdentifier MessageId message) {}
