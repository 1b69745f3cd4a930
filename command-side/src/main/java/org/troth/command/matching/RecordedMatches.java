package org.troth.command.matching;

import java.util.List;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.SecondContactChanges;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Answers from a match's stream who is matched now and supported, and whether the second contact has a change to arrange. */
@Component
class RecordedMatches implements MatchInForce, SecondContactChanges {

    /** A match as it is recorded, whether anybody walks beside anybody in it now, and what that hangs on. */
    private record Support(MatchHistory history, boolean goesOn, List<Precondition> preconditions) {}

    private final Streams streams;

    RecordedMatches(Streams streams) {
        this.streams = streams;
    }

    MatchHistory history(MatchId match) {
        return MatchHistory.of(match, streams.read(match.toString(), 0));
    }

    @Override
    public Standing of(MatchId match) {
        Support support = support(match);
        MatchHistory history = support.history();
        return new Standing(support.goesOn(), history.participant(), history.volunteer(), support.preconditions());
    }

    @Override
    public Change change(MatchId match) {
        Support support = support(match);
        MatchHistory history = support.history();
        return new Change(
                support.goesOn() && history.isWithSecondContact(),
                history.participant(),
                history.volunteer(),
                support.preconditions());
    }

    /**
     * Whether support ended after this match was asked for. Then nothing begins in it any more: also before it was ended for
     * that, and also when support has begun again meanwhile.
     */
    boolean isOutlived(MatchId match, ParticipantId participant) {
        return isOutlived(streams.read(match.toString(), 0), streams.read(participant.toString(), 0));
    }

    private static boolean isOutlived(List<RecordedFact> match, List<RecordedFact> participant) {
        return participant.stream()
                .anyMatch(each -> each.fact() instanceof CaseClosed
                        && each.position() > match.get(0).position());
    }

    /**
     * From the moment on at which support ended nobody walks beside them: also before the match was ended for it, and also
     * when support has begun again meanwhile.
     */
    private Support support(MatchId match) {
        List<RecordedFact> facts = streams.read(match.toString(), 0);
        MatchHistory history = MatchHistory.of(match, facts);
        ParticipantId participant = history.participant();
        if (!history.started() || participant == null) {
            return new Support(history, false, List.of(history.precondition()));
        }
        List<RecordedFact> theirs = streams.read(participant.toString(), 0);
        return new Support(
                history,
                !isOutlived(facts, theirs),
                List.of(history.precondition(), new Precondition(participant.toString(), theirs.size() - 1L)));
    }
}
