package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;

/** Support ends for now; needs nobody's consent, and the reason is a code of the programme. */
record CloseCase(@TargetAggregateIdentifier ParticipantId participant, String reason) {}
