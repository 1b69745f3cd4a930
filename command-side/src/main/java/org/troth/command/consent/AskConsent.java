package org.troth.command.consent;

import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;

/** A participant is shown exactly this text and asked, for one purpose and one recipient; asks nothing of them. What is passed on
 * has a last day (rule consent-7). */
record AskConsent(
        @TargetAggregateIdentifier ConsentId consent,
        ParticipantId participant,
        Purpose purpose,
        Recipient recipient,
        Set<DataClass> classes,
        ShownText text,
        @Nullable LocalDate lastDay,
        @Nullable ConsentId renews) {}
