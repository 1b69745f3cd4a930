package org.troth.command.matching;

import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.SecondContactChanges;
import org.troth.events.participant.Enrolment;
import org.troth.events.recording.Streams;

/** Answers from a match's stream who is matched now and supported, and whether the second contact has a change to arrange. */
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
        return new Standing(goesOn(history), history.participant(), history.volunteer(), history.precondition());
    }

    @Override
    public Change change(MatchId match) {
        MatchHistory history = history(match);
        return new Change(
                goesOn(history) && history.isWithSecondContact(),
                history.participant(),
                history.volunteer(),
                history.precondition());
    }

    /** From the moment on at which support ended nobody walks beside them, also before the match was ended for it. */
    private boolean goesOn(MatchHistory history) {
        ParticipantId participant = history.participant();
        return history.started()
                && participant != null
                && !Enrolment.hasEnded(streams.read(participant.toString(), 0));
    }
}
