package org.troth.command.erasure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.Fact;
import org.troth.events.erasure.ErasureEvent;
import org.troth.events.erasure.ErasureEvent.ErasureRequestTakenBack;
import org.troth.events.erasure.ErasureEvent.ErasureRequested;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** What one person asked about being forgotten, as their stream says it now. */
final class ErasureHistory {

    private static final String TYPE = "Erasure";

    private final UUID person;
    private final long last;
    private final Set<UUID> everAsked = new HashSet<>();
    private @Nullable UUID open;

    private ErasureHistory(UUID person, List<RecordedFact> facts) {
        this.person = person;
        this.last = facts.size() - 1L;
        facts.forEach(each -> add(each.fact()));
    }

    static ErasureHistory of(UUID person, Streams streams) {
        return new ErasureHistory(person, streams.read(ErasureEvent.stream(person), 0));
    }

    private void add(Fact fact) {
        if (fact instanceof ErasureRequested requested) {
            everAsked.add(requested.erasure());
            open = requested.erasure();
        } else if (fact instanceof ErasureRequestTakenBack) {
            open = null;
        }
    }

    /** The request that waits for its answer. */
    Optional<UUID> open() {
        return Optional.ofNullable(open);
    }

    boolean wasAsked(UUID erasure) {
        return everAsked.contains(erasure);
    }

    /** That nothing was added since it was read. */
    Precondition precondition() {
        return new Precondition(ErasureEvent.stream(person), last);
    }

    /** This fact as the next one. */
    NewFact next(ErasureEvent fact) {
        return new NewFact(TYPE, ErasureEvent.stream(person), last + 1, fact);
    }
}
