package org.troth.events.message;

/** Sends what is due. Any number of nodes may do so at once. */
public interface DueMessages {

    /** Decides on every message that is due now, and hands over those that may leave; returns how many left. */
    int send();

    /** How many wait to be decided on. */
    long waiting();
}
