package org.troth.store.axon;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The first handling of a command, for which aggregates may be loaded as this node last saw them. What it decides counts
 * only if the append, which checks that every stream still ends there, was asked; otherwise the command is decided again
 * from the record.
 */
final class Attempt {

    static final String KEY = Attempt.class.getName();

    private final List<String> lastSeen = new ArrayList<>(1);
    private boolean counts;

    /** The attempt that the current command is; null when it is to be decided from the record. */
    static @Nullable Attempt current() {
        return CurrentUnitOfWork.isStarted()
                        && CurrentUnitOfWork.get()
                                        .root()
                                        .getMessage()
                                        .getMetaData()
                                        .get(KEY)
                                instanceof Attempt attempt
                ? attempt
                : null;
    }

    /** An aggregate was loaded as it was last seen. */
    void usedLastSeen(String aggregateId) {
        lastSeen.add(aggregateId);
    }

    /** The append is asked: from now on the outcome counts, unless it is refused. */
    void appends() {
        counts = true;
    }

    /** The append was refused, and nothing is on the record. */
    void refused() {
        counts = false;
    }

    /** The aggregates to be read again if the command is to be decided again; none if its outcome counts. */
    List<String> doubtful() {
        return counts ? List.of() : lastSeen;
    }
}
