package org.troth.command.youth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.ParticipantEvent.OtherPersonTakenOut;
import org.troth.events.recording.Claim;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.youth.Guardianship;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.GuardianAgreed;
import org.troth.events.youth.YouthEvent.GuardianObjected;

/**
 * Answers from a young person's streams whether they are of age, and who says yes beside them. Of several records what protects
 * holds: the latest day, each guardian's no, and that they decide alone.
 */
@Component
class RecordedGuardianship implements Guardianship {

    private final Streams streams;

    RecordedGuardianship(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Standing of(ParticipantId participant) {
        return of(participant, streams);
    }

    static Standing of(ParticipantId participant, Streams streams) {
        SamePerson person = SamePerson.of(participant, streams);
        LocalDate ofAgeOn = null;
        boolean alone = false;
        Set<ConsentId> agreed = new HashSet<>();
        Set<ConsentId> objected = new HashSet<>();
        List<Precondition> preconditions = new ArrayList<>();
        for (ParticipantId each : person.all()) {
            YouthHistory history = YouthHistory.of(each, streams);
            LocalDate day = history.ofAgeOn();
            if (day != null && (ofAgeOn == null || day.isAfter(ofAgeOn))) {
                ofAgeOn = day;
            }
            alone |= history.decidesAlone();
            objected.addAll(history.objected());
            preconditions.add(history.precondition());
            if (!history.agreed(Set.of()).isEmpty()) {
                // Whoever was taken out is a guardian no more from that moment, also before anything has noted so.
                List<RecordedFact> facts = streams.read(each.toString(), 0);
                agreed.addAll(history.agreed(takenOut(facts)));
                preconditions.add(new Precondition(each.toString(), facts.size() - 1L));
            }
        }
        preconditions.addAll(person.preconditions());
        return new Standing(ofAgeOn, alone, agreed, objected, preconditions);
    }

    private static Set<Integer> takenOut(List<RecordedFact> participant) {
        Set<Integer> numbers = new HashSet<>();
        for (RecordedFact each : participant) {
            if (each.fact() instanceof OtherPersonTakenOut out) {
                numbers.add(out.number());
            }
        }
        return numbers;
    }

    @Override
    public Standing then(ParticipantId participant, Instant at) {
        return of(participant, new Until(streams, at));
    }

    @Override
    public List<RecordedFact> saidTo(ConsentId consent, ParticipantId participant) {
        return SamePerson.of(participant, streams).all().stream()
                .flatMap(each -> streams.read(YouthEvent.stream(each), 0).stream())
                .filter(each -> (each.fact() instanceof GuardianAgreed agreed
                                && agreed.consent().equals(consent))
                        || (each.fact() instanceof GuardianObjected objected
                                && objected.consent().equals(consent)))
                .sorted(Comparator.comparingLong(RecordedFact::position))
                .toList();
    }

    /** The record as it was at a moment. */
    private record Until(Streams now, Instant at) implements Streams {

        @Override
        public List<RecordedFact> read(String aggregateId, long fromSequence) {
            return upTo(now.read(aggregateId, fromSequence));
        }

        @Override
        public long lastSequence(String aggregateId) {
            return read(aggregateId, 0).size() - 1L;
        }

        @Override
        public List<RecordedFact> readHolder(Claim claim) {
            return upTo(now.readHolder(claim));
        }

        private List<RecordedFact> upTo(List<RecordedFact> facts) {
            return facts.stream().filter(each -> !each.recordedAt().isAfter(at)).toList();
        }
    }
}
