package org.troth.query.presence;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.presence.PresenceList.Reader;
import org.troth.query.presence.PresenceViews.Pair;
import org.troth.query.reading.Plain;
import org.troth.query.reading.Portion;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** Shows what was asked for the meetings of a match: to the participant for ever, to the volunteer while it goes on, to a coordinator. */
@Component
class PresenceReader {

    private static final int MOST = 50;

    private final PresenceViews views;
    private final Reading reading;
    private final Plain plain;

    PresenceReader(PresenceViews views, Reading reading, Plain plain) {
        this.views = views;
        this.reading = reading;
        this.plain = plain;
    }

    PresenceList in(Visit visit, UUID match) {
        Pair pair = views.pairOf(match).orElseThrow(() -> reading.hidden(visit, null, "unknown"));
        Reader reader = reader(visit, match, pair);
        Portion portion = new Portion();
        if (reader == Reader.VOLUNTEER) {
            portion.through(match, SubjectKind.PARTICIPANT, pair.participant());
        } else {
            portion.participant(pair.participant());
        }
        reading.show(visit, portion);
        return new PresenceList(
                match, pair.participant(), reader, pair.started(), views.of(match, plain.today(), MOST));
    }

    private Reader reader(Visit visit, UUID match, Pair pair) {
        UUID self = visit.actor().person();
        if (visit.actor().is(Role.PARTICIPANT) && reading.isSelf(visit, pair.participant())) {
            return Reader.PARTICIPANT;
        }
        boolean walker = visit.actor().is(Role.VOLUNTEER) && pair.volunteer().equals(self);
        if (walker && sees(visit, match, pair)) {
            return Reader.VOLUNTEER;
        }
        if (!visit.actor().is(Role.COORDINATOR)) {
            throw reading.hidden(visit, pair.participant(), walker ? "match-ended" : "own-record");
        }
        return Reader.COORDINATOR;
    }

    private boolean sees(Visit visit, UUID match, Pair pair) {
        return reading.permits(
                visit,
                new Look.Shown(
                        pair.participant(),
                        SubjectKind.PARTICIPANT,
                        Set.of(DataClass.IDENTITY),
                        Set.of(),
                        new MatchId(match),
                        null,
                        1));
    }
}
