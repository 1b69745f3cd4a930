package org.troth.command.matching;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.MatchId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;

/** One side no longer minds being proposed to this other again. Theirs alone to say, and it needs no reason. */
record TakeBackWishApart(@TargetAggregateIdentifier MatchId match, VolunteerId volunteer, Side by) {}
