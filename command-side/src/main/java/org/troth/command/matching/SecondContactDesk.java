package org.troth.command.matching;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.recording.Unit;

/**
 * Takes in what one of the two asks of the second contact. Only they themselves can: to everybody else, coordinators too,
 * there is no such match here.
 */
@Component
class SecondContactDesk {

    private final Dispatch dispatch;
    private final Permits permits;
    private final RecordedMatches matches;
    private final Places places;

    SecondContactDesk(Dispatch dispatch, Permits permits, RecordedMatches matches, Places places) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.matches = matches;
        this.places = places;
    }

    Outcome ask(Asked asked, MatchId id) {
        String route = "POST /matches/{id}/second-contact";
        Side side = ownSide(asked, route, id);
        return dispatch.act(asked.actor(), asked.request(), asked.key(), What.of(route, id, side), () -> {
            MatchHistory match = matches.history(id);
            if (side == Side.VOLUNTEER && !match.isVolunteer(asked.actor().person())) {
                throw permits.refuse(asked, route, person(match), Permits.OWN_RECORD_ONLY);
            }
            ParticipantId participant = match.participant();
            VolunteerId volunteer = match.volunteer();
            Unit unit = permits.asThemselves(asked, route, person(match)).provided(match.precondition());
            if (match.started() && participant != null && volunteer != null) {
                places.keepingApart(unit, participant, volunteer);
            }
            return new Intent(new AskSecondContact(id, side), unit, id.toString());
        });
    }

    /** A volunteer of the past is let in here, so that their repeated request finds its answer, and no further. */
    private Side ownSide(Asked asked, String route, MatchId id) {
        MatchHistory match = matches.history(id);
        UUID actor = asked.actor().person();
        if (permits.isSelf(asked, person(match))) {
            return Side.PARTICIPANT;
        }
        if (match.wasProposed(actor) && permits.isSelf(asked, actor)) {
            return Side.VOLUNTEER;
        }
        throw permits.refuse(asked, route, person(match), Permits.OWN_RECORD_ONLY);
    }

    private static @Nullable UUID person(MatchHistory match) {
        ParticipantId participant = match.participant();
        return participant == null ? null : participant.value();
    }
}
