package org.troth.events.matching;

/** Asked for once in a while by the product itself: to note every change whose day has passed. */
public interface OverdueChanges {

    /** Notes them, each once however often it is called and on however many nodes; how many there were. */
    int noteOverdue();
}
