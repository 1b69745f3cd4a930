package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;

/** Somebody beside the participant is named, since the help needs it: who that is to them and why, as codes. */
record NameOtherPerson(
        @TargetAggregateIdentifier ParticipantId participant, Sealed name, String relation, String need) {}
