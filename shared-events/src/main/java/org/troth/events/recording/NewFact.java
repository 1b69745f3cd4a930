package org.troth.events.recording;

import org.troth.events.Fact;

/** A fact on its way into the record, at this sequence (from 0) of its aggregate's stream. */
public record NewFact(String aggregateType, String aggregateId, long sequence, Fact fact) {}
