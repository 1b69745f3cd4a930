package org.troth.command.conflict;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.conflict.NameTags.Tagged;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.conflict.ConflictCheck;
import org.troth.events.conflict.KnownNames;
import org.troth.events.recording.Streams;

/**
 * Compares what two people have named, and the names they are registered under, by their tags. That two people have the same name
 * themselves says nothing.
 */
@Component
class RecordedConflicts implements ConflictCheck, KnownNames {

    private final Streams streams;
    private final NameTags tags;

    RecordedConflicts(Streams streams, NameTags tags) {
        this.streams = streams;
        this.tags = tags;
    }

    /** The streams first: whatever is named between the two looks comes after what this answer was made from. */
    @Override
    public Finding between(ParticipantId participant, VolunteerId volunteer) {
        ConflictHistory theirs = ConflictHistory.of(participant.value(), streams);
        ConflictHistory others = ConflictHistory.of(volunteer.value(), streams);
        Names one = Names.of(participant.value(), theirs.standing(), tags.of(participant.value()));
        Names other = Names.of(volunteer.value(), others.standing(), tags.of(volunteer.value()));
        boolean clear = one.whole() && other.whole() && !one.meet(other);
        return new Finding(clear, List.of(theirs.precondition(), others.precondition()));
    }

    /** Kept under the person's own identifier, which no line of their list has. */
    @Override
    public void know(UUID person, String name) {
        NameKeys keys = NameKeys.of(name);
        tags.forget(person, person);
        if (!keys.isEmpty()) {
            tags.keep(person, person, keys);
        }
    }

    /**
     * What one of the two has named, and their own name.
     *
     * @param whole whether there is something to compare by for everything that they have named
     */
    private record Names(boolean whole, Tagged named, Tagged own) {

        static Names of(UUID person, Set<UUID> standing, Map<UUID, Tagged> tagged) {
            Set<String> wholes = new HashSet<>();
            Set<String> parts = new HashSet<>();
            for (UUID entry : standing) {
                Tagged each = tagged.getOrDefault(entry, new Tagged(Set.of(), Set.of()));
                wholes.addAll(each.whole());
                parts.addAll(each.parts());
            }
            return new Names(
                    tagged.keySet().containsAll(standing),
                    new Tagged(wholes, parts),
                    tagged.getOrDefault(person, new Tagged(Set.of(), Set.of())));
        }

        boolean meet(Names other) {
            return same(named, other.named) || same(named, other.own) || same(own, other.named);
        }

        /** A word of one longer name and a word of another are no more than a common word. */
        private static boolean same(Tagged one, Tagged other) {
            return !Collections.disjoint(one.whole(), other.whole())
                    || !Collections.disjoint(one.whole(), other.parts())
                    || !Collections.disjoint(one.parts(), other.whole());
        }
    }
}
