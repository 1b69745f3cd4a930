package org.troth.command.matching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * Ends a participant's match, or the request for one, when their support ends. None is missed and no later one is met: whoever
 * asks for a match anew after support began again does so at a later position than the end that this reacts to.
 */
@Component
@ProcessingGroup("reactions")
class EndMatchWhenCaseClosed {

    private static final String NAME = "end-match-when-case-closed";

    private static final Actor SYSTEM = Actor.system(UUID.fromString("c1a9e6d4-0b57-4f3e-9d28-7e5b1f40a604"));

    /** What a match says that is over already, by whomever it was ended. */
    private static final Set<String> OVER =
            Set.of(MatchRefused.ended().rule(), MatchRefused.requestClosed().rule());

    private final Streams streams;
    private final Places places;
    private final Dispatch dispatch;

    EndMatchWhenCaseClosed(Streams streams, Places places, Dispatch dispatch) {
        this.streams = streams;
        this.places = places;
        this.dispatch = dispatch;
    }

    @EventHandler
    void on(CaseClosed fact, @MessageIdentifier String eventId, TrackingToken token) {
        long closed = token.position()
                .orElseThrow(() -> new IllegalStateException("a fact of the record without a position"));
        openBefore(closed, fact.participant()).ifPresent(match -> end(match, fact, UUID.fromString(eventId)));
    }

    /** The open match that was asked for before this position. */
    private Optional<MatchId> openBefore(long position, ParticipantId participant) {
        List<RecordedFact> open = streams.readHolder(places.openMatch(participant));
        return open.isEmpty() || open.get(0).position() > position
                ? Optional.empty()
                : Optional.of(new MatchId(UUID.fromString(open.get(0).aggregateId())));
    }

    private void end(MatchId match, CaseClosed fact, UUID cause) {
        try {
            dispatch.react(SYSTEM, cause, NAME + "/" + match, () -> ending(match, fact.participant(), cause));
        } catch (MatchRefused refused) {
            if (!OVER.contains(refused.rule())) {
                throw refused;
            }
        }
    }

    /** As it stands now: a request may have become a match since support ended. Of whose wish it was nothing is said. */
    private Intent ending(MatchId id, ParticipantId participant, UUID cause) {
        MatchHistory match = MatchHistory.of(id, streams.read(id.toString(), 0));
        Unit unit = new Unit(SYSTEM, cause, cause).provided(match.precondition());
        VolunteerId volunteer = match.volunteer();
        if (volunteer != null && match.holdsPlace()) {
            places.heldBy(id, volunteer).ifPresent(unit::releasing);
        }
        unit.releasing(places.openMatch(participant));
        return new Intent(
                match.started() ? new EndMatch(id, EndReason.SUPPORT_ENDED) : new CloseMatchRequest(id),
                unit,
                id.toString());
    }
}
