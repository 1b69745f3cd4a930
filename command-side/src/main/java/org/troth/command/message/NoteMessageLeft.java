package org.troth.command.message;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MessageId;

/** The carrier took it; may be learned after it was given up for unaccounted, or was thought to wait: what left, left. */
record NoteMessageLeft(@TargetAggregateIdentifier MessageId message) {}
