package org.troth.command.dispatch;

import org.springframework.stereotype.Component;
import org.troth.events.ParticipantId;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.events.recording.Unit;

/** Whether somebody else may add words to a participant's record: not from their No to support on, until they say yes again. */
@Component
public class AddedWords {

    private final LastWord words;

    public AddedWords(LastWord words) {
        this.words = words;
    }

    /**
     * The unit, which holds only as long as that is so. To what is done without words none of this matters, and nobody is asked.
     *
     * @param field what the words were typed into
     * @param any whether there are words, and they are not the participant's own to add
     */
    public Unit mayBeAdded(Unit unit, ParticipantId participant, String field, boolean any) {
        return any ? unless(unit, participant, WordsRefused.inField(field)) : unit;
    }

    /** The same for what would all be an addition, and of which nothing can be sent without it. */
    public Unit mayAllBeAdded(Unit unit, ParticipantId participant, String field) {
        return unless(unit, participant, WordsRefused.whole(field));
    }

    private Unit unless(Unit unit, ParticipantId participant, WordsRefused refused) {
        LastWord.Answer word = words.of(participant, Purpose.SUPPORT);
        if (word.isRefused()) {
            throw refused;
        }
        return unit.provided(word.preconditions());
    }
}
