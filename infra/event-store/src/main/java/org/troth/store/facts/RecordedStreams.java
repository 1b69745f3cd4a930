package org.troth.store.facts;

import java.util.List;
import org.troth.events.recording.Claim;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Answers strong questions from the record itself. */
record RecordedStreams(FactReader reader) implements Streams {

    @Override
    public List<RecordedFact> read(String aggregateId, long fromSequence) {
        return reader.stream(aggregateId, fromSequence);
    }

    @Override
    public long lastSequence(String aggregateId) {
        return reader.lastSequence(aggregateId).orElse(-1);
    }

    @Override
    public List<RecordedFact> readHolder(Claim claim) {
        return reader.holder(claim);
    }
}
