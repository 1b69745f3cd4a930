package org.troth.command.matching;

import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.SecondContactChanges;
import org.troth.events.recording.Streams;

/** Answers from a match's stream who is matched now, and whether the second contact has a change to arrange. */
@Component
class RecordedMatches implements MatchInForce, SecondContactChanges {

    private final Streams streams;

    RecordedMatches(Streams streams) {
        this.streams = streams;
    }

    MatchHistory history(MatchId match) {
        return MatchHistory.of(match, streams.read(match.toString(), 0));
    }

    @Override
    public Standing of(MatchId match) {
        MatchHistory history = history(match);
        return new Standing(history.started(), history.participant(), history.volunteer(), history.precondition());
    }

    @Override
    public Change change(MatchId match) {
        MatchHistory history = history(match);
        return new Change(
                history.started() && history.isWithSecondContact(),
                history.participant(),
                history.volunteer(),
                history.precondition());
    }
}
