package org.troth.command.presence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.MatchId;
import org.troth.events.PresenceId;
import org.troth.events.confidential.TagKind;
import org.troth.events.confidential.Tags;
import org.troth.events.presence.AgreedPresence;
import org.troth.events.presence.Guest;
import org.troth.events.presence.PresenceEvent.PresenceAgreed;
import org.troth.events.presence.PresenceEvent.PresenceAsked;
import org.troth.events.presence.PresenceEvent.PresenceDeclined;
import org.troth.events.recording.Claim;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;

/** Finds on the record what was asked for a meeting, and answers from there who may come. */
@Component
class Questions implements AgreedPresence {

    private final Streams streams;
    private final Tags tags;

    Questions(Streams streams, Tags tags) {
        this.streams = streams;
        this.tags = tags;
    }

    /** The one question there can be. */
    Claim claim(MatchId match, LocalDate day, Guest guest) {
        return new Claim(
                TagKind.PRESENCE_AT_MEETING,
                tags.tag(TagKind.PRESENCE_AT_MEETING, match + "/" + day + "/" + guest.name()));
    }

    /** The question as it was asked; absent when there is none. */
    @Nullable
    PresenceAsked asked(PresenceId id) {
        for (RecordedFact each : streams.read(id.toString(), 0)) {
            if (each.fact() instanceof PresenceAsked asked) {
                return asked;
            }
        }
        return null;
    }

    @Override
    public Answer of(MatchId match, LocalDate day, Instant began) {
        Map<Guest, PresenceId> agreed = new EnumMap<>(Guest.class);
        List<Precondition> preconditions = new ArrayList<>();
        for (Guest guest : Guest.values()) {
            List<RecordedFact> facts = streams.readHolder(claim(match, day, guest));
            if (!facts.isEmpty()) {
                String stream = facts.get(0).aggregateId();
                preconditions.add(new Precondition(stream, facts.size() - 1L));
                if (agreedBefore(facts, began)) {
                    agreed.put(guest, PresenceId.of(stream));
                }
            }
        }
        return new Answer(agreed, preconditions);
    }

    private static boolean agreedBefore(List<RecordedFact> facts, Instant began) {
        boolean agreed = false;
        for (RecordedFact each : facts) {
            if (!each.recordedAt().isAfter(began)) {
                agreed =
                        each.fact() instanceof PresenceAgreed || (agreed && !(each.fact() instanceof PresenceDeclined));
            }
        }
        return agreed;
    }
}
