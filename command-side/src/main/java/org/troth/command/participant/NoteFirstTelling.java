package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.Hearer;

/** They told something for the first time: who heard it, and what they wish to be done next, a code; never what it was. */
record NoteFirstTelling(
        @TargetAggregateIdentifier ParticipantId participant,
        Hearer heardBy,
        @Nullable String nextStep) {}
