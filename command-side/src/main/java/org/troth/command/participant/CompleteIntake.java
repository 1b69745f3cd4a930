package org.troth.command.participant;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;

/**
 * Who they are and what they need is taken down, once.
 *
 * @param recognised whether the person showed the code of this enquiry
 */
record CompleteIntake(
        @TargetAggregateIdentifier ParticipantId participant,
        Sealed name,
        String matter,
        String language,
        List<String> needs,
        @Nullable Sealed note,
        Circumstances circumstances,
        boolean recognised) {}
