package org.troth.command.participant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.participant.EnquiryInForce;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/**
 * Answers from the participant's stream whether an enquiry was taken back. What was taken back stays so, and after the
 * intake nothing can be: such answers are remembered, and the record is not asked for them again.
 */
@Component
class RecordedEnquiries implements EnquiryInForce {

    private static final int REMEMBERED = 20_000;

    private final Streams streams;
    private final Map<ParticipantId, Standing> settled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ParticipantId, Standing> eldest) {
            return size() > REMEMBERED;
        }
    };

    RecordedEnquiries(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Standing of(ParticipantId participant) {
        Standing known = remembered(participant);
        if (known != null) {
            return known;
        }
        List<RecordedFact> facts = streams.read(participant.toString(), 0);
        boolean takenBack = has(facts, EnquiryWithdrawn.class);
        if (takenBack || has(facts, IntakeCompleted.class)) {
            return remember(participant, new Standing(takenBack, null));
        }
        return new Standing(false, new Precondition(participant.toString(), facts.size() - 1L));
    }

    /** Whether nobody has taken down the name of whoever it is, and it was not taken back. */
    boolean isNameless(ParticipantId participant) {
        return of(participant).precondition() != null;
    }

    private static boolean has(List<RecordedFact> facts, Class<? extends Fact> kind) {
        return facts.stream().anyMatch(each -> kind.isInstance(each.fact()));
    }

    private @Nullable Standing remembered(ParticipantId participant) {
        synchronized (settled) {
            return settled.get(participant);
        }
    }

    private Standing remember(ParticipantId participant, Standing standing) {
        synchronized (settled) {
            settled.put(participant, standing);
        }
        return standing;
    }
}
