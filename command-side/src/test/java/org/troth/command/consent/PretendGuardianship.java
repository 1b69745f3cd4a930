package org.troth.command.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.ParticipantId;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.youth.Guardianship;
import org.troth.events.youth.YouthEvent;

/** Answers for everybody what a test says: at first that they are of age. */
final class PretendGuardianship implements Guardianship {

    private @Nullable LocalDate ofAgeOn;
    private boolean alone;
    private Set<ConsentId> agreed = Set.of();
    private Set<ConsentId> objected = Set.of();
    private List<RecordedFact> said = List.of();
    private long last = -1;
    private Runnable meanwhile = () -> {};

    void ofAgeOn(@Nullable LocalDate day) {
        ofAgeOn = day;
    }

    void alone(boolean now) {
        alone = now;
    }

    void says(Set<ConsentId> yes, Set<ConsentId> no) {
        agreed = yes;
        objected = no;
    }

    void said(List<RecordedFact> words) {
        said = words;
    }

    /** As if the stream had grown to this sequence. */
    void lastSequence(long sequence) {
        last = sequence;
    }

    /** What happens once, right after the next answer. */
    void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    @Override
    public Standing of(ParticipantId participant) {
        Standing standing = standing(participant);
        Runnable happens = meanwhile;
        meanwhile = () -> {};
        happens.run();
        return standing;
    }

    private Standing standing(ParticipantId participant) {
        return new Standing(
                ofAgeOn, alone, agreed, objected, List.of(new Precondition(YouthEvent.stream(participant), last)));
    }

    @Override
    public Standing then(ParticipantId participant, Instant at) {
        return of(participant);
    }

    @Override
    public List<RecordedFact> saidTo(ConsentId consent, ParticipantId participant) {
        return said;
    }
}
