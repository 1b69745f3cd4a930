package org.troth.command.participant;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.ContactChannel;

/** The person themselves says that they may be asked once, after the end, how they are: from a day on, by a safe way. */
record ChooseFollowUp(@TargetAggregateIdentifier ParticipantId participant, LocalDate from, ContactChannel channel) {}
