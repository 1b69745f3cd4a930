package org.troth.query.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.troth.events.ParticipantId;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;

/** What a test says that somebody said last; of everybody else it is nothing. */
public final class PretendLastWords implements LastWord {

    private final Map<String, Said> said = new HashMap<>();

    public void say(ParticipantId participant, Purpose purpose, Said word) {
        said.put(participant + "/" + purpose, word);
    }

    @Override
    public Answer of(ParticipantId participant, Purpose purpose) {
        return new Answer(said.getOrDefault(participant + "/" + purpose, Said.NOTHING), false, List.of());
    }
}
