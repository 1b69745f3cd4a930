package org.troth.command.conflict;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.troth.events.Fact;
import org.troth.events.conflict.ConflictEvent;
import org.troth.events.conflict.ConflictEvent.ConflictNameStated;
import org.troth.events.conflict.ConflictEvent.ConflictNameTakenBack;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** The list of names that one person gave, as their stream says it now. */
final class ConflictHistory {

    private static final String TYPE = "ConflictList";

    private final UUID person;
    private final long last;
    private final Set<UUID> everStated = new HashSet<>();
    private final Set<UUID> standing = new HashSet<>();

    private ConflictHistory(UUID person, List<RecordedFact> facts) {
        this.person = person;
        this.last = facts.size() - 1L;
        facts.forEach(each -> add(each.fact()));
    }

    static ConflictHistory of(UUID person, Streams streams) {
        return new ConflictHistory(person, streams.read(ConflictEvent.stream(person), 0));
    }

    private void add(Fact fact) {
        if (fact instanceof ConflictNameStated stated) {
            everStated.add(stated.entry());
            standing.add(stated.entry());
        } else if (fact instanceof ConflictNameTakenBack back) {
            standing.remove(back.entry());
        }
    }

    /** The entries that were not taken back. */
    Set<UUID> standing() {
        return Set.copyOf(standing);
    }

    boolean wasStated(UUID entry) {
        return everStated.contains(entry);
    }

    /** That nothing was added to the list since it was read. */
    Precondition precondition() {
        return new Precondition(ConflictEvent.stream(person), last);
    }

    /** This fact as the next of the list. */
    NewFact next(ConflictEvent fact) {
        return new NewFact(TYPE, ConflictEvent.stream(person), last + 1, fact);
    }
}
