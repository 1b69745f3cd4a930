package org.troth.command.participant;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;
import org.troth.events.encounter.EncounterEvent.Wording;

/** What was taken down is put right, at any time after the intake, also when support has ended. What is absent stays as it was. */
record CorrectIntake(
        @TargetAggregateIdentifier ParticipantId participant,
        String reason,
        @Nullable Sealed name,
        @Nullable String matter,
        @Nullable String language,
        @Nullable List<String> needs,
        Wording noteIs,
        @Nullable Sealed note,
        Circumstances circumstances) {}
