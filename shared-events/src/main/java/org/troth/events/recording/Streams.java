package org.troth.events.recording;

import java.util.List;

/** Reads what is on the record now, for strong questions. Throws {@link RecordUnavailable} when it cannot. */
public interface Streams {

    /** The facts of this aggregate from this sequence on, in order; empty when there are none. */
    List<RecordedFact> read(String aggregateId, long fromSequence);

    /** The sequence of its last fact; -1 when it has none. */
    long lastSequence(String aggregateId);

    /** The facts of the aggregate that holds this claim; empty when nobody does. */
    List<RecordedFact> readHolder(Claim claim);
}
