package org.troth.store.facts;

import java.util.UUID;
import org.troth.events.recording.NewFact;

/** A fact that comes with its event id. */
public record NewEvent(UUID eventId, NewFact fact) {}
