package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;

/** The programme notes that a change was not arranged by its day; whether it is so, the match decides by its clock. */
record NoteChangeOverdue(@TargetAggregateIdentifier MatchId match) {}
