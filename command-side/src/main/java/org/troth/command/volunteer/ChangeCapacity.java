package org.troth.command.volunteer;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.troth.events.VolunteerId;

/** They walk beside at most this many people at a time; matches that have started go on. */
record ChangeCapacity(@TargetAggregateIdentifier VolunteerId volunteer, int capacity) {}
