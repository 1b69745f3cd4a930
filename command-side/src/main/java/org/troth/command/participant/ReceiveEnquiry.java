package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;

/** Somebody asks for help; nothing about who they are is needed. */
record ReceiveEnquiry(
        @TargetAggregateIdentifier ParticipantId participant,
        String matter,
        String language,
        @Nullable Sealed words) {}
