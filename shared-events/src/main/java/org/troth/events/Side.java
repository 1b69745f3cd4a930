package org.troth.events;

/** One of the two people of a match. */
public enum Side {
    PARTICIPANT,
    VOLUNTEER;

    public Side other() {
        return this == PARTICIPANT ? VOLUNTEER : PARTICIPANT;
    }
}
