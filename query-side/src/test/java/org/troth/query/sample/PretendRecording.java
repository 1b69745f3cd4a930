package org.troth.query.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.troth.events.recording.Answer;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Recording;
import org.troth.events.recording.Unit;

/** Puts facts into the feed and remembers answers. */
public final class PretendRecording implements Recording {

    public final List<NewFact> recorded = new ArrayList<>();

    private final List<Kept> kept = new ArrayList<>();
    private final FactFeed feed;

    PretendRecording(FactFeed feed) {
        this.feed = feed;
    }

    @Override
    public synchronized long record(Unit unit, List<NewFact> facts) {
        recorded.addAll(facts);
        for (NewFact fact : facts) {
            feed.add(fact.fact(), Story.BEGIN, unit.actor());
        }
        unit.recordedAt(feed.last());
        Answer answer = unit.answer();
        if (answer != null) {
            kept.add(new Kept(answer, feed.last()));
        }
        return feed.last();
    }

    @Override
    public synchronized Optional<Kept> answerTo(UUID actor, byte[] keyTag) {
        return kept.stream()
                .filter(each -> each.answer().actor().equals(actor)
                        && Arrays.equals(each.answer().keyTag(), keyTag))
                .findFirst();
    }
}
