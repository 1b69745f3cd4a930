package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;

/** They were asked how they are, as they had wished, or it was tried; what came of it is a code of the programme. */
record NoteFollowUp(@TargetAggregateIdentifier ParticipantId participant, String outcome) {}
