package org.troth.events.presence;

/** What somebody is who comes to a meeting of two people. Who they are is not kept. */
public enum Guest {
    /** Watches the work of the programme. */
    OBSERVER,
    /** Learns the work of a volunteer. */
    TRAINEE,
    /** Comes along with one of the two. */
    COMPANION,
    SOMEBODY_ELSE
}
