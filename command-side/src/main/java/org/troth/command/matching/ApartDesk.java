package org.troth.command.matching;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.matching.MatchHistory.Wish;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.recording.Unit;

/**
 * Takes in that somebody takes back their own wish not to be proposed to somebody again. To everybody else, coordinators and
 * the other of the two as well, there is no such wish.
 */
@Component
class ApartDesk {

    private final Dispatch dispatch;
    private final Permits permits;
    private final RecordedMatches matches;
    private final Places places;

    ApartDesk(Dispatch dispatch, Permits permits, RecordedMatches matches, Places places) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.matches = matches;
        this.places = places;
    }

    /**
     * The two may be proposed to each other again when the other does not wish them apart too, of which nothing is told.
     *
     * @param wish the fact by which it was stated
     */
    Outcome takeBack(Asked asked, MatchId id, UUID wish) {
        String route = "POST /matches/{id}/apart/{wish}/withdrawal";
        Wish own = own(asked, route, matches.history(id), wish);
        return dispatch.act(asked.actor(), asked.request(), asked.key(), What.of(route, id, wish), () -> {
            MatchHistory match = matches.history(id);
            ParticipantId participant = match.participant();
            if (participant == null) {
                throw new NotOnRecord();
            }
            Unit unit = permits.asThemselves(asked, route, person(match, own)).provided(match.precondition());
            if (!match.stands(wish)) {
                // Sent again from a page of before: a wish that was stated since is another one, and stays.
                return new Intent(new Facts(List.of()), unit, id.toString());
            }
            if (!match.apartWithout(own)) {
                places.bringingTogether(unit, id, participant, own.volunteer());
            }
            return new Intent(new TakeBackWishApart(id, own.volunteer(), own.by()), unit, id.toString());
        });
    }

    private Wish own(Asked asked, String route, MatchHistory match, UUID stated) {
        Wish wish = match.wish(stated).orElse(null);
        if (wish == null || !permits.isSelf(asked, person(match, wish))) {
            throw permits.refuse(asked, route, participant(match), Permits.OWN_RECORD_ONLY);
        }
        return wish;
    }

    private static @Nullable UUID person(MatchHistory match, Wish wish) {
        return wish.by() == Side.PARTICIPANT
                ? participant(match)
                : wish.volunteer().value();
    }

    private static @Nullable UUID participant(MatchHistory match) {
        ParticipantId participant = match.participant();
        return participant == null ? null : participant.value();
    }
}
