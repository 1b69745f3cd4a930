package org.troth.command.presence;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.PresenceId;
import org.troth.events.matching.MatchInForce.Standing;

/** The participant says yes, before the day of the meeting is over. */
record AgreeToPresence(@TargetAggregateIdentifier PresenceId presence, Standing standing) {}
