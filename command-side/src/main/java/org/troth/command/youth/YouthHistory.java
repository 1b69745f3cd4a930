package org.troth.command.youth;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.youth.YouthEvent;
import org.troth.events.youth.YouthEvent.CameOfAge;
import org.troth.events.youth.YouthEvent.DecidingAloneBegun;
import org.troth.events.youth.YouthEvent.DecidingAloneEnded;
import org.troth.events.youth.YouthEvent.GuardianAgreed;
import org.troth.events.youth.YouthEvent.GuardianObjected;
import org.troth.events.youth.YouthEvent.GuardianRecognised;
import org.troth.events.youth.YouthEvent.GuardianStandingEnded;
import org.troth.events.youth.YouthEvent.MinorityNoteTakenBack;
import org.troth.events.youth.YouthEvent.MinorityNoted;

/** Whether one person is of age, and who says yes beside them, as the stream of one of their records says it now. */
final class YouthHistory {

    private static final String TYPE = YouthEvent.STREAM;

    private final ParticipantId participant;
    private final long last;
    private @Nullable LocalDate ofAgeOn;
    private boolean noted;
    private boolean alone;
    private final Set<Integer> guardians = new HashSet<>();
    private final Map<ConsentId, Map<Integer, Boolean>> said = new HashMap<>();

    private YouthHistory(ParticipantId participant, List<RecordedFact> facts) {
        this.participant = participant;
        this.last = facts.size() - 1L;
        facts.forEach(each -> add(each.fact()));
    }

    static YouthHistory of(ParticipantId participant, Streams streams) {
        return new YouthHistory(participant, streams.read(YouthEvent.stream(participant), 0));
    }

    private void add(Fact fact) {
        if (fact instanceof MinorityNoted minority) {
            ofAgeOn = minority.ofAgeOn();
            noted = false;
        } else if (fact instanceof MinorityNoteTakenBack) {
            // Whatever was built on the mistake goes with it.
            ofAgeOn = null;
            noted = false;
            alone = false;
            guardians.clear();
            said.clear();
        } else if (fact instanceof CameOfAge) {
            noted = true;
        } else if (fact instanceof GuardianRecognised recognised) {
            guardians.add(recognised.guardian());
        } else if (fact instanceof GuardianStandingEnded ended) {
            guardians.remove(ended.guardian());
            // Should they be recognised anew, they are asked anew.
            said.values().forEach(answers -> answers.remove(ended.guardian()));
        } else if (fact instanceof DecidingAloneBegun) {
            alone = true;
        } else if (fact instanceof DecidingAloneEnded) {
            alone = false;
        } else if (fact instanceof GuardianAgreed agreed) {
            answersTo(agreed.consent()).put(agreed.guardian(), true);
        } else if (fact instanceof GuardianObjected objected) {
            answersTo(objected.consent()).put(objected.guardian(), false);
        }
    }

    private Map<Integer, Boolean> answersTo(ConsentId consent) {
        return said.computeIfAbsent(consent, none -> new HashMap<>());
    }

    /** The first day on which they are of age; absent where nobody noted that they are not. */
    @Nullable
    LocalDate ofAgeOn() {
        return ofAgeOn;
    }

    boolean isMinor(LocalDate day) {
        return ofAgeOn != null && day.isBefore(ofAgeOn);
    }

    /** Whether it is on the record that this day came. */
    boolean isNoted() {
        return noted;
    }

    boolean decidesAlone() {
        return alone;
    }

    /** Whether this one of the people beside them may say yes beside them. */
    boolean isGuardian(int number) {
        return guardians.contains(number);
    }

    /** What this guardian last said to the consent; absent where they were not asked. */
    @Nullable
    Boolean answer(ConsentId consent, int guardian) {
        return said.getOrDefault(consent, Map.of()).get(guardian);
    }

    /** Whether a No of this guardian stands, to whatever. */
    boolean objects(int guardian) {
        return said.values().stream().anyMatch(answers -> Boolean.FALSE.equals(answers.get(guardian)));
    }

    /** The consents to which a guardian who may last said no. */
    Set<ConsentId> objected() {
        return whereSaid(false, Set.of());
    }

    /** The consents to which a guardian who may last said yes, and is still one of the people beside them. */
    Set<ConsentId> agreed(Set<Integer> takenOut) {
        return whereSaid(true, takenOut);
    }

    private Set<ConsentId> whereSaid(boolean yes, Set<Integer> without) {
        return said.entrySet().stream()
                .filter(each -> each.getValue().entrySet().stream()
                        .anyMatch(answer -> answer.getValue() == yes && !without.contains(answer.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** That nothing was added since it was read. */
    Precondition precondition() {
        return new Precondition(YouthEvent.stream(participant), last);
    }

    /** This fact as the next one. */
    NewFact next(YouthEvent fact) {
        return new NewFact(TYPE, YouthEvent.stream(participant), last + 1, fact);
    }
}
