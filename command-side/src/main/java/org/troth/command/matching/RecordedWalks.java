package org.troth.command.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.WalkedTogether;
import org.troth.events.participant.Enrolment;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/**
 * Answers from a match's stream and the participant's from when to when its two people walked together; it begins once and ends
 * once. Nobody walks beside whose support has ended, also before the match was ended for it.
 */
@Component
class RecordedWalks implements WalkedTogether {

    private final Streams streams;

    RecordedWalks(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Walk walk(MatchId match) {
        List<RecordedFact> facts = streams.read(match.toString(), 0);
        @Nullable ParticipantId participant = null;
        @Nullable VolunteerId volunteer = null;
        @Nullable Instant from = null;
        @Nullable Instant until = null;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof MatchRequested requested) {
                participant = requested.participant();
            } else if (each.fact() instanceof MatchStarted started) {
                volunteer = started.volunteer();
                from = each.recordedAt();
            } else if (each.fact() instanceof MatchEnded) {
                until = each.recordedAt();
            }
        }
        List<Precondition> preconditions = new ArrayList<>();
        preconditions.add(new Precondition(match.toString(), facts.size() - 1L));
        if (participant != null && from != null && until == null) {
            List<RecordedFact> theirs = streams.read(participant.toString(), 0);
            until = Enrolment.endedAfter(facts.get(0).position(), theirs).orElse(null);
            preconditions.add(new Precondition(participant.toString(), theirs.size() - 1L));
        }
        return new Walk(participant, volunteer, from, until, preconditions);
    }
}
