package org.troth.command.message;

import org.troth.events.message.MessageEvent;
import org.troth.events.message.MessageEvent.MessageLeaving;
import org.troth.events.message.MessageEvent.MessageNotTaken;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.message.MessageEvent.MessageUnaccounted;

/** Where a message stands. */
enum MessageState {
    /** To be decided on. */
    WAITING,
    /** About to leave: handed over now, or by a node that fell silent. */
    LEAVING,
    /** Nobody knows whether it left. */
    UNACCOUNTED,
    /** Nothing more is decided. */
    OVER;

    /** Where it stands after this fact. */
    MessageState after(MessageEvent fact) {
        if (fact instanceof MessageQueued || fact instanceof MessageNotTaken) {
            return WAITING;
        }
        if (fact instanceof MessageLeaving) {
            return LEAVING;
        }
        return fact instanceof MessageUnaccounted ? UNACCOUNTED : OVER;
    }
}
