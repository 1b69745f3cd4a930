package org.troth.store.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.recording.RecordedFact;

/**
 * Facts that were opened or appended lately, and the streams that were read or written whole. Everything is forgotten when
 * a key is destroyed.
 */
final class OpenedFacts {

    /** Longer streams are read again each time. */
    private static final int LONGEST_STREAM = 64;

    private record Opened(FactRow row, RecordedFact fact) {}

    private final Lately<Long, Opened> facts;
    private final Lately<String, List<RecordedFact>> streams;

    OpenedFacts(int most) {
        facts = new Lately<>(most);
        streams = new Lately<>(most / 8);
    }

    /** The fact in this row, when every byte of it is what was opened: a changed row is still found out. */
    @Nullable
    RecordedFact in(FactRow row) {
        Opened opened = facts.get(row.position());
        return opened != null
                        && Arrays.equals(opened.row().header(), row.header())
                        && Arrays.equals(opened.row().ct(), row.ct())
                ? opened.fact()
                : null;
    }

    /** A stream from its beginning as it was last seen, which may not be as it is now; null when it is not known. */
    @Nullable
    List<RecordedFact> stream(String aggregateId) {
        return streams.get(aggregateId);
    }

    /** How often everything was forgotten; to be asked before what is to be kept is learnt. */
    int forgotten() {
        return facts.forgotten();
    }

    /** Keeps a fact that was opened since. */
    void opened(FactRow row, RecordedFact fact, int since) {
        facts.keep(row.position(), new Opened(row, fact), since);
    }

    /** Keeps a stream that was read from its beginning since. */
    void read(String aggregateId, List<RecordedFact> stream, int since) {
        if (!stream.isEmpty() && stream.size() <= LONGEST_STREAM) {
            streams.keep(aggregateId, List.copyOf(stream), since);
        }
    }

    /** Keeps a fact that was appended since, and puts it at the end of its stream if that is known. */
    void appended(FactRow row, RecordedFact fact, int since) {
        opened(row, fact, since);
        String aggregateId = fact.aggregateId();
        List<RecordedFact> before = fact.sequence() == 0 ? List.of() : streams.get(aggregateId);
        if (before != null && before.size() == fact.sequence()) {
            List<RecordedFact> after = new ArrayList<>(before.size() + 1);
            after.addAll(before);
            after.add(fact);
            read(aggregateId, after, since);
        } else {
            streams.forget(aggregateId);
        }
    }

    void forget(String aggregateId) {
        streams.forget(aggregateId);
    }

    void forget() {
        facts.forget();
        streams.forget();
    }
}
