package org.troth.events.merging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/**
 * The answer to the strong question "under which records is this person known?", read from the streams of merging and never from
 * a view.
 *
 * @param kept the record that is followed; the person's only one where nothing was merged
 * @param all every record of the person, the kept one first
 * @param since the position at which a record was last joined to the kept one; -1 where none ever was
 * @param preconditions the answer holds as long as all of them do
 */
public record SamePerson(ParticipantId kept, List<ParticipantId> all, long since, List<Precondition> preconditions) {

    public SamePerson {
        all = List.copyOf(all);
        preconditions = List.copyOf(preconditions);
    }

    /** Of an unknown person too: they are nobody else. */
    public static SamePerson of(ParticipantId participant, Streams streams) {
        Joined own = Joined.of(participant, streams);
        ParticipantId into = own.into;
        if (into == null) {
            return new SamePerson(participant, own.everybody(participant), own.since, List.of(own.precondition));
        }
        Joined kept = Joined.of(into, streams);
        return new SamePerson(into, kept.everybody(into), kept.since, List.of(own.precondition, kept.precondition));
    }

    /** Whether this identifier is one of theirs. */
    public boolean is(@Nullable UUID person) {
        return person != null && all.contains(new ParticipantId(person));
    }

    /** Their other records. */
    public List<ParticipantId> othersThan(ParticipantId participant) {
        return all.stream().filter(each -> !each.equals(participant)).toList();
    }

    /** What one stream says: into which record it was merged, and which were merged into it. */
    private static final class Joined {

        private final Precondition precondition;
        private final Set<ParticipantId> others = new LinkedHashSet<>();
        private @Nullable ParticipantId into;
        private long since = -1;

        private Joined(Precondition precondition) {
            this.precondition = precondition;
        }

        static Joined of(ParticipantId participant, Streams streams) {
            String stream = MergingEvent.stream(participant);
            List<RecordedFact> facts = streams.read(stream, 0);
            Joined joined = new Joined(new Precondition(stream, facts.size() - 1L));
            facts.forEach(each -> joined.add(each.fact(), each.position()));
            return joined;
        }

        private void add(Fact fact, long position) {
            if (fact instanceof PersonsMerged merged) {
                since = position;
                if (merged.participant().equals(merged.merged())) {
                    into = merged.kept();
                } else {
                    others.add(merged.merged());
                }
            } else if (fact instanceof MergeUndone undone) {
                if (undone.participant().equals(undone.merged())) {
                    into = null;
                } else {
                    others.remove(undone.merged());
                }
            }
        }

        List<ParticipantId> everybody(ParticipantId self) {
            List<ParticipantId> everybody = new ArrayList<>();
            everybody.add(self);
            everybody.addAll(others);
            return everybody;
        }
    }
}
