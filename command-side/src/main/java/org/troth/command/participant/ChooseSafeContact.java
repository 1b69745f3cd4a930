package org.troth.command.participant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Sealed;
import org.troth.events.participant.ParticipantEvent.ContactChannel;

/** The person may be reached this way from now on; makes an unsafe channel safe again. */
record ChooseSafeContact(
        @TargetAggregateIdentifier ParticipantId participant,
        ContactChannel channel,
        Sealed address,
        @Nullable Sealed advice) {}
