package org.troth.command.consent;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ConsentId;
import org.troth.events.consent.ConsentEvent.Interpreting;

/** A coordinator went through the text with the participant, who has still to answer themselves. */
record NoteConversation(
        @TargetAggregateIdentifier ConsentId consent, String medium, String language, Interpreting interpreting) {}
