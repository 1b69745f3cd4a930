package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;

/**
 * Somebody asks for help; nothing about who they are is needed.
 *
 * @param receipt whether whoever asked is given a code, and nobody else knows it
 */
record ReceiveEnquiry(
        @TargetAggregateIdentifier ParticipantId participant,
        String matter,
        String language,
        @Nullable Sealed words,
        boolean receipt) {}
