package org.troth.command.participant;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;

/** They say when in the week they have time, as codes; the last answer counts, and none takes an earlier one back. */
record StateAvailability(@TargetAggregateIdentifier ParticipantId participant, List<String> times) {}
