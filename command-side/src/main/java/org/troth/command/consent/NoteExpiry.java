package org.troth.command.consent;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.ConsentId;

/** The programme notes that the last day of a given consent has passed; changes nothing that its date did not. */
record NoteExpiry(@TargetAggregateIdentifier ConsentId consent) {}
