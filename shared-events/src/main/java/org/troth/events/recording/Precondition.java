package org.troth.events.recording;

/**
 * What must still hold when a unit is appended: the stream of this aggregate ends at this sequence (-1: has no fact).
 * The answer of every strong question carries one.
 */
public record Precondition(String aggregateId, long lastSequence) {}
