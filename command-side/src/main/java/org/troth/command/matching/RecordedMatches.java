package org.troth.command.matching;

import java.util.List;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.SecondContactChanges;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.recording.RecordedFact;
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
        List<RecordedFact> facts = streams.read(match.toString(), 0);
        MatchHistory history = MatchHistory.of(match, facts);
        return new Standing(goesOn(facts, history), history.participant(), history.volunteer(), history.precondition());
    }

    @Override
    public Change change(MatchId match) {
        List<RecordedFact> facts = streams.read(match.toString(), 0);
        MatchHistory history = MatchHistory.of(match, facts);
        return new Change(
                goesOn(facts, history) && history.isWithSecondContact(),
                history.participant(),
                history.volunteer(),
                history.precondition());
    }

    /**
     * From the moment on at which support ended nobody walks beside them: also before the match was ended for it, and also
     * when support has begun again meanwhile.
     */
    private boolean goesOn(List<RecordedFact> match, MatchHistory history) {
        ParticipantId participant = history.participant();
        return history.started()
                && participant != null
                && streams.read(participant.toString(), 0).stream()
                        .noneMatch(each -> each.fact() instanceof CaseClosed
                                && each.position() > match.get(0).position());
    }
}
