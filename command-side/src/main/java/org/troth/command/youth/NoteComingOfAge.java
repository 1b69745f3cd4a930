package org.troth.command.youth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Facts;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Lookups;
import org.troth.command.dispatch.What;
import org.troth.command.law.HouseLaw;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;
import org.troth.events.youth.ComingOfAge;
import org.troth.events.youth.Guardianship;
import org.troth.events.youth.YouthEvent.CameOfAge;

/**
 * Notes of every young person that their day has come. Whose is looked up; whether it is so, their own stream decides, so that a
 * late or repeated look-up, or a second node that looks at the same time, does nothing wrong.
 */
@Component
class NoteComingOfAge implements ComingOfAge {

    private static final Actor SYSTEM = Actor.system(UUID.fromString("b93e5f60-7c14-4d2a-8f0b-1d6a9e42c705"));

    private final Lookups lookups;
    private final Streams streams;
    private final Dispatch dispatch;
    private final Clock clock;

    NoteComingOfAge(Lookups lookups, Streams streams, Dispatch dispatch, Clock clock) {
        this.lookups = lookups;
        this.streams = streams;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public int noteOfAge() {
        int noted = 0;
        for (ParticipantId participant : due()) {
            if (noted(participant)) {
                noted++;
            }
        }
        return noted;
    }

    private List<ParticipantId> due() {
        return lookups.run(client -> client.sql("""
                        select participant from lookups.of_age_due
                        where of_age_on <= :today
                        order by of_age_on, participant""")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new ParticipantId(row.getObject("participant", UUID.class)))
                .list());
    }

    private boolean noted(ParticipantId participant) {
        UUID request = UUID.randomUUID();
        try {
            dispatch.act(
                    SYSTEM,
                    request,
                    null,
                    What.of("note coming of age", participant),
                    () -> noting(participant, request));
            return true;
        } catch (YouthRefused | Overtaken notedMeanwhile) {
            // It was noted or corrected since it was looked up; the next round looks again.
            return false;
        }
    }

    private Intent noting(ParticipantId participant, UUID request) {
        YouthHistory history = YouthHistory.of(participant, streams);
        Guardianship.Standing standing = RecordedGuardianship.of(participant, streams);
        LocalDate ofAgeOn = history.ofAgeOn();
        if (ofAgeOn == null || history.isNoted() || standing.isMinor(LocalDate.now(clock))) {
            throw YouthRefused.notYet();
        }
        CameOfAge fact = new CameOfAge(participant, ofAgeOn, HouseLaw.YOUTH_OF_AGE);
        return new Intent(
                new Facts(List.of(history.next(fact))),
                new Unit(SYSTEM, request).provided(history.precondition()).provided(standing.preconditions()),
                participant.toString());
    }
}
