package org.troth.command.message;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.matching.MatchingEvent;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.message.MessageEvent.Occasion;

/**
 * Tells both sides when a match is proposed, when it starts, and when a change was arranged. Of a change both hear the same,
 * whoever asked for it: who is told must not say whose wish it was.
 */
@Component
@ProcessingGroup("reactions")
class TellBothWhenMatchMoves {

    private final Queue queue;

    TellBothWhenMatchMoves(Queue queue) {
        this.queue = queue;
    }

    @EventHandler
    void on(MatchProposed fact, @MessageIdentifier String eventId) {
        both(fact, fact.participant(), fact.volunteer(), Occasion.MATCH_PROPOSED, eventId);
    }

    @EventHandler
    void on(MatchStarted fact, @MessageIdentifier String eventId) {
        both(fact, fact.participant(), fact.volunteer(), Occasion.MATCH_STARTED, eventId);
    }

    @EventHandler
    void on(MatchEnded fact, @MessageIdentifier String eventId) {
        if (fact.reason() == EndReason.CHANGE_ARRANGED) {
            both(fact, fact.participant(), fact.volunteer(), Occasion.CHANGE_ARRANGED, eventId);
        }
    }

    private void both(
            MatchingEvent fact, ParticipantId participant, VolunteerId volunteer, Occasion occasion, String cause) {
        queue.tell(participant, occasion, fact.match().value(), cause);
        queue.tell(volunteer, occasion, fact.match().value(), cause);
    }
}
