package org.troth.command.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Intent;
import org.troth.events.ConsentId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentExpired;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.events.matching.MatchingEvent;
import org.troth.events.merging.SamePerson;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.youth.YouthEvent.GuardianObjected;

/**
 * Takes back what was proposed with a participant's record when they do not want it used for that any more. However late this is,
 * nothing begins by it meanwhile, since whoever accepts asks for their last word again. What was proposed later, or without the
 * record, stays.
 */
@Component
@ProcessingGroup("reactions")
class TakeBackProposalWhenConsentWithdrawn {

    private static final String NAME = "take-back-proposal-when-consent-withdrawn";

    private static final Actor SYSTEM = Actor.system(UUID.fromString("8f6d2b70-53ce-4b0f-a1d7-20c94e7b3d15"));

    private final Streams streams;
    private final Places places;
    private final LastWord words;
    private final Dispatch dispatch;

    TakeBackProposalWhenConsentWithdrawn(Streams streams, Places places, LastWord words, Dispatch dispatch) {
        this.streams = streams;
        this.places = places;
        this.words = words;
        this.dispatch = dispatch;
    }

    @EventHandler
    void on(ConsentWithdrawn fact, @MessageIdentifier String eventId, TrackingToken token) {
        takeBack(fact.consent(), fact.participant(), eventId, token);
    }

    @EventHandler
    void on(ConsentDeclined fact, @MessageIdentifier String eventId, TrackingToken token) {
        takeBack(fact.consent(), fact.participant(), eventId, token);
    }

    /** They may have said yes anew in time. */
    @EventHandler
    void on(ConsentExpired fact, @MessageIdentifier String eventId, TrackingToken token) {
        if (words.of(fact.participant(), Purpose.MATCHING).stops()) {
            takeBack(fact.consent(), fact.participant(), eventId, token);
        }
    }

    @EventHandler
    void on(GuardianObjected fact, @MessageIdentifier String eventId, TrackingToken token) {
        if (words.of(fact.participant(), Purpose.MATCHING).stops()) {
            takeBack(fact.consent(), fact.participant(), eventId, token);
        }
    }

    private void takeBack(ConsentId consent, ParticipantId participant, String eventId, TrackingToken token) {
        if (!isForMatching(consent)) {
            return;
        }
        long said = token.position()
                .orElseThrow(() -> new IllegalStateException("a fact of the record without a position"));
        UUID cause = UUID.fromString(eventId);
        for (MatchId match : open(participant)) {
            dispatch.react(SYSTEM, cause, NAME + "/" + match, () -> takingBack(match, said, cause));
        }
    }

    private boolean isForMatching(ConsentId consent) {
        return streams.read(consent.toString(), 0).stream()
                .anyMatch(each -> each.fact() instanceof ConsentAsked asked && asked.purpose() == Purpose.MATCHING);
    }

    /** Whichever of their records it stands in. */
    private List<MatchId> open(ParticipantId participant) {
        List<MatchId> open = new ArrayList<>();
        for (ParticipantId each : SamePerson.of(participant, streams).all()) {
            List<RecordedFact> holder = streams.readHolder(places.openMatch(each));
            if (!holder.isEmpty() && holder.get(0).fact() instanceof MatchingEvent) {
                open.add(new MatchId(UUID.fromString(holder.get(0).aggregateId())));
            }
        }
        return open;
    }

    private Intent takingBack(MatchId id, long said, UUID cause) {
        MatchHistory match = MatchHistory.of(id, streams.read(id.toString(), 0));
        Unit unit = new Unit(SYSTEM, cause, cause).provided(match.precondition());
        VolunteerId volunteer = match.volunteer();
        if (!match.restsOnRecord() || match.proposedAt() > said || volunteer == null) {
            return new Intent(new Facts(List.of()), unit, id.toString());
        }
        if (match.holdsPlace()) {
            places.heldBy(id, volunteer).ifPresent(unit::releasing);
        }
        return new Intent(new TakeBackProposal(id), unit, id.toString());
    }
}
