package org.troth.command.consent;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.consent.ConsentEvent.ReadingLevel;
import org.troth.events.consent.ConsentEvent.ShownText;

/** The participant has answered every question about the text rightly; sent only once they have. */
record NoteUnderstanding(
        @TargetAggregateIdentifier ConsentId consent,
        ShownText questions,
        @Nullable ReadingLevel reading) {}
