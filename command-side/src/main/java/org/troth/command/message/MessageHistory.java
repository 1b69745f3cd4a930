package org.troth.command.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.troth.events.message.MessageEvent;
import org.troth.events.message.MessageEvent.MessageNotTaken;
import org.troth.events.message.MessageEvent.MessageQueued;
import org.troth.events.recording.RecordedFact;

/**
 * What the record says about one message now.
 *
 * @param queued what it is
 * @param since when it was due
 * @param tries how often it was not taken
 */
record MessageHistory(MessageQueued queued, Instant since, MessageState state, int tries) {

    /** Empty when this is no message. */
    static Optional<MessageHistory> of(List<RecordedFact> facts) {
        if (facts.isEmpty() || !(facts.get(0).fact() instanceof MessageQueued queued)) {
            return Optional.empty();
        }
        MessageState state = MessageState.WAITING;
        int tries = 0;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof MessageEvent fact) {
                state = state.after(fact);
                tries += fact instanceof MessageNotTaken ? 1 : 0;
            }
        }
        return Optional.of(new MessageHistory(queued, facts.get(0).recordedAt(), state, tries));
    }
}
