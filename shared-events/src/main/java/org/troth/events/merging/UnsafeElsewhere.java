package org.troth.events.merging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/**
 * The answer to the strong question "which ways to reach somebody are unsafe by their other records?". A way that was marked unsafe
 * in one of them is unsafe in this one, until the person chooses it in this one after the two were known to be one.
 *
 * @param preconditions the answer holds as long as all of them do, and nothing is added to this record
 */
public record UnsafeElsewhere(Set<ContactChannel> channels, List<Precondition> preconditions) {

    public UnsafeElsewhere {
        channels = Set.copyOf(channels);
        preconditions = List.copyOf(preconditions);
    }

    /**
     * Nothing is, for whoever has one record.
     *
     * @param own the facts of this participant's stream, as they were read
     */
    public static UnsafeElsewhere of(ParticipantId participant, List<RecordedFact> own, Streams streams) {
        SamePerson person = SamePerson.of(participant, streams);
        List<Precondition> preconditions = new ArrayList<>(person.preconditions());
        Set<ContactChannel> unsafe = EnumSet.noneOf(ContactChannel.class);
        Map<ContactChannel, Long> chosen = chosen(own);
        for (ParticipantId other : person.othersThan(participant)) {
            List<RecordedFact> theirs = streams.read(other.toString(), 0);
            preconditions.add(new Precondition(other.toString(), theirs.size() - 1L));
            marked(theirs).forEach((channel, marked) -> {
                if (chosen.getOrDefault(channel, -1L) < Math.max(marked, person.since())) {
                    unsafe.add(channel);
                }
            });
        }
        return new UnsafeElsewhere(unsafe, preconditions);
    }

    /** The ways by which nothing may go, each with the position from which on. */
    private static Map<ContactChannel, Long> marked(List<RecordedFact> facts) {
        Map<ContactChannel, Long> marked = new EnumMap<>(ContactChannel.class);
        for (RecordedFact each : facts) {
            if (each.fact() instanceof ContactMarkedUnsafe unsafe) {
                marked.put(unsafe.channel(), each.position());
            } else if (each.fact() instanceof SafeContactChosen chosen) {
                marked.remove(chosen.channel());
            }
        }
        return marked;
    }

    /** The position at which each way was chosen last. */
    private static Map<ContactChannel, Long> chosen(List<RecordedFact> facts) {
        Map<ContactChannel, Long> chosen = new EnumMap<>(ContactChannel.class);
        for (RecordedFact each : facts) {
            if (each.fact() instanceof SafeContactChosen way) {
                chosen.put(way.channel(), each.position());
            }
        }
        return chosen;
    }
}
