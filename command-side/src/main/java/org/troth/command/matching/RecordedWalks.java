package org.troth.command.matching;

import java.time.Instant;
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
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Answers from a match's stream from when to when its two people walked together; it begins once and ends once. */
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
        return new Walk(participant, volunteer, from, until, new Precondition(match.toString(), facts.size() - 1L));
    }
}
