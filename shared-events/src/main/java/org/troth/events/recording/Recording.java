package org.troth.events.recording;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts facts on the record outside a command, and remembers answers. What returns is durable. */
public interface Recording {

    /**
     * Appends the facts, or nothing. Throws {@link Overtaken} when a sequence is taken or a precondition no longer holds,
     * {@link ClaimTaken}, and {@link RecordUnavailable} when nothing can be recorded now.
     *
     * @return the position of the last fact; of the last fact of all when the unit has none
     */
    long record(Unit unit, List<NewFact> facts);

    /** The answer kept for this actor and key, if it has not expired. */
    Optional<Kept> answerTo(UUID actor, byte[] keyTag);

    /** A kept answer and the position of its unit. */
    record Kept(Answer answer, long position) {}
}
