package org.troth.command.record;

import java.util.ArrayList;
import java.util.List;
import org.troth.command.dispatch.AddedWords;
import org.troth.events.ParticipantId;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.Purpose;
import org.troth.events.recording.Precondition;

/** What everybody said last about support, as a test says; at first nothing. */
public final class SaidWords implements LastWord {

    private final MemoryRecord record;
    private final String stream;
    private final List<Runnable> meanwhile = new ArrayList<>();
    private Said said = Said.NOTHING;
    private boolean another;

    /** @param stream the stream that an answer rests on */
    public SaidWords(MemoryRecord record, String stream) {
        this.record = record;
        this.stream = stream;
    }

    /** The words that may be added, of people who said nothing. */
    public static AddedWords none() {
        return new AddedWords((participant, purpose) -> new Answer(Said.NOTHING, false, List.of()));
    }

    public AddedWords added() {
        return new AddedWords(this);
    }

    public void say(Said now) {
        say(now, false);
    }

    public void say(Said now, boolean anotherInForce) {
        said = now;
        another = anotherInForce;
    }

    /** What happens once, right after the next answer. */
    public void meanwhile(Runnable happens) {
        meanwhile.add(happens);
    }

    @Override
    public Answer of(ParticipantId participant, Purpose purpose) {
        Answer answer = new Answer(
                purpose == Purpose.SUPPORT ? said : Said.NOTHING,
                another,
                List.of(new Precondition(stream, record.lastSequence(stream))));
        List<Runnable> now = List.copyOf(meanwhile);
        meanwhile.clear();
        now.forEach(Runnable::run);
        return answer;
    }
}
