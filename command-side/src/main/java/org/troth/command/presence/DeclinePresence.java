package org.troth.command.presence;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.PresenceId;

/** Nobody else comes. It may be said at any time, also after a yes, and needs no reason. */
record DeclinePresence(@TargetAggregateIdentifier PresenceId presence) {}
