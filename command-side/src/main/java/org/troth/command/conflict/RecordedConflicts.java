package org.troth.command.conflict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.troth.command.conflict.NameTags.Tagged;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.conflict.ConflictCheck;
import org.troth.events.conflict.KnownNames;
import org.troth.events.conflict.ShownNames;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/**
 * Compares what two people have named, and the names they are registered under, by their tags. That two people have the same name
 * themselves says nothing.
 */
@Component
class RecordedConflicts implements ConflictCheck, KnownNames, ShownNames {

    private static final Tagged NOTHING = new Tagged(Set.of(), Set.of());

    private static final int MOST_REMEMBERED = 100_000;

    /** Who needs no second question on this node. */
    private final Set<UUID> kept = ConcurrentHashMap.newKeySet();

    private final Streams streams;
    private final NameTags tags;

    RecordedConflicts(Streams streams, NameTags tags) {
        this.streams = streams;
        this.tags = tags;
    }

    /** The streams first: whatever is named between the two looks comes after what this answer was made from. */
    @Override
    public Finding between(ParticipantId participant, VolunteerId volunteer) {
        ConflictHistory others = ConflictHistory.of(volunteer.value(), streams);
        SamePerson person = SamePerson.of(participant, streams);
        List<Precondition> preconditions = new ArrayList<>(person.preconditions());
        preconditions.add(others.precondition());
        List<ConflictHistory> records = new ArrayList<>();
        Set<ParticipantId> nameless = new HashSet<>();
        for (ParticipantId each : person.all()) {
            ConflictHistory theirs = ConflictHistory.of(each.value(), streams);
            records.add(theirs);
            preconditions.add(theirs.precondition());
            if (person.all().size() > 1) {
                List<RecordedFact> facts = streams.read(each.toString(), 0);
                if (facts.stream().noneMatch(one -> one.fact() instanceof IntakeCompleted)) {
                    nameless.add(each);
                    preconditions.add(new Precondition(each.toString(), facts.size() - 1L));
                }
            }
        }
        Names other = names(volunteer.value(), others);
        Names one = together(person.all(), records, nameless);
        boolean compared = one.canBeComparedWith(other) && other.canBeComparedWith(one);
        return new Finding(!compared || one.meet(other), preconditions);
    }

    @Override
    public void know(UUID person, String name) {
        NameKeys keys = NameKeys.of(name);
        if (!keys.isEmpty()) {
            tags.keepOwn(person, keys);
        }
    }

    @Override
    public void shown(Map<UUID, String> names) {
        Set<UUID> asked = new HashSet<>(names.keySet());
        asked.removeAll(kept);
        if (asked.isEmpty()) {
            return;
        }
        Set<UUID> unkept = tags.unkept(asked);
        names.forEach((person, name) -> {
            if (unkept.contains(person)) {
                know(person, name);
                if (tags.isClosed(person)) {
                    // Forgotten between the look and now.
                    tags.forgetAll(person);
                }
            }
        });
        if (kept.size() > MOST_REMEMBERED) {
            kept.clear();
        }
        kept.addAll(asked);
    }

    /** One person under all of their records. A record that holds no name is no reason not to know them by the name of another. */
    private Names together(List<ParticipantId> person, List<ConflictHistory> records, Set<ParticipantId> nameless) {
        Names all = names(person.get(0).value(), records.get(0));
        boolean known = all.known || nameless.contains(person.get(0));
        for (int at = 1; at < records.size(); at++) {
            Names next = names(person.get(at).value(), records.get(at));
            known &= next.known || nameless.contains(person.get(at));
            all = all.and(next);
        }
        return new Names(all.none, all.whole, known && !all.own.whole().isEmpty(), all.named, all.own);
    }

    private Names names(UUID person, ConflictHistory list) {
        Set<String> entries = list.standing().stream().map(UUID::toString).collect(Collectors.toSet());
        Set<String> lines = new HashSet<>(entries);
        lines.add(NameTags.OWN_NAME);
        return Names.of(entries, tags.of(person, lines));
    }

    /**
     * What one of the two has named, and their own name.
     *
     * @param none whether they have named nobody
     * @param whole whether there is something to compare by for everything that they have named
     * @param known whether they are known by name
     * @param own empty where no name of theirs is known here
     */
    private record Names(boolean none, boolean whole, boolean known, Tagged named, Tagged own) {

        static Names of(Set<String> entries, Map<String, Tagged> tagged) {
            Tagged named = new Tagged(new HashSet<>(), new HashSet<>());
            for (String entry : entries) {
                Tagged each = tagged.getOrDefault(entry, NOTHING);
                named.whole().addAll(each.whole());
                named.parts().addAll(each.parts());
            }
            Tagged own = tagged.getOrDefault(NameTags.OWN_NAME, NOTHING);
            return new Names(
                    entries.isEmpty(),
                    tagged.keySet().containsAll(entries),
                    !own.whole().isEmpty(),
                    named,
                    own);
        }

        Names and(Names more) {
            return new Names(
                    none && more.none,
                    whole && more.whole,
                    known && more.known,
                    both(named, more.named),
                    both(own, more.own));
        }

        private static Tagged both(Tagged one, Tagged other) {
            Tagged both = new Tagged(new HashSet<>(one.whole()), new HashSet<>(one.parts()));
            both.whole().addAll(other.whole());
            both.parts().addAll(other.parts());
            return both;
        }

        /** Whom somebody keeps away from must be known by name. */
        boolean canBeComparedWith(Names other) {
            return none || (whole && other.known);
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
