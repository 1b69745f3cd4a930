package org.troth.query.matching;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.troth.events.Fact;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.participant.ParticipantEvent.ParticipantAvailabilityStated;
import org.troth.events.participant.ParticipantEvent.ParticipantLanguagesNoted;
import org.troth.events.volunteer.VolunteerEvent.VolunteerAvailabilityStated;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCapacityChanged;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCorrected;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;
import org.troth.events.volunteer.VolunteerEvent.VolunteerRegistered;

/**
 * How a volunteer fits a participant: the whole of what candidates are put in order by. Nothing in it comes from a No, a
 * declined proposal, a change that was asked for, a boundary or how a match ended. There is no score, and a person decides.
 *
 * @param sameLanguage whether the volunteer speaks the language the participant prefers, or another one of theirs (the person)
 * @param sameMatter whether the volunteer knows such a matter from their own life (the problem)
 * @param times whether both have time at the same hours of the week (the person)
 * @param free how many places the volunteer has beside those who are proposed to them or walk with them now
 * @param qualified on the day of asking
 */
record Fit(
        @From({
            EnquiryReceived.class,
            IntakeCompleted.class,
            IntakeCorrected.class,
            ParticipantLanguagesNoted.class,
            VolunteerRegistered.class,
            VolunteerCorrected.class
        })
        boolean sameLanguage,

        @From({EnquiryReceived.class, IntakeCompleted.class, IntakeCorrected.class, VolunteerRegistered.class})
        boolean sameMatter,

        @From({ParticipantAvailabilityStated.class, VolunteerAvailabilityStated.class})
        Times times,

        @From({VolunteerRegistered.class, VolunteerCapacityChanged.class, MatchProposed.class, MatchStarted.class})
        int free,

        @From(VolunteerQualifiedUntil.class) boolean qualified) {

    /** Who can be spoken with comes first, then who knows the matter, then who has time, then who has the most room. */
    static final Comparator<Fit> BEST_FIRST = Comparator.comparing(Fit::sameLanguage, Comparator.reverseOrder())
            .thenComparing(Fit::sameMatter, Comparator.reverseOrder())
            .thenComparing(Fit::times)
            .thenComparing(Fit::free, Comparator.reverseOrder());

    /** Which facts a part of it is made of. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface From {
        Class<? extends Fact>[] value();
    }

    /** In the order of what is better; who has not said when they have time is not counted as having none. */
    enum Times {
        SHARED,
        UNKNOWN,
        OTHER
    }

    /** Whether they could be proposed today. */
    boolean possible() {
        return qualified && free > 0;
    }

    /** What speaks for the two, as the programme's codes: these are what a proposal keeps. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        addIf(sameMatter, "same-matter", reasons);
        addIf(sameLanguage, "same-language", reasons);
        addIf(times == Times.SHARED, "same-times", reasons);
        addIf(free > 0, "room", reasons);
        return reasons;
    }

    /** What a person who decides should know before they do. */
    List<String> against() {
        List<String> against = new ArrayList<>();
        addIf(!sameLanguage, "another-language", against);
        addIf(!sameMatter, "another-matter", against);
        addIf(times == Times.OTHER, "other-times", against);
        addIf(times == Times.UNKNOWN, "times-unknown", against);
        return against;
    }

    /** Why they cannot be proposed today. */
    List<String> hindrances() {
        return hindrances(qualified, free);
    }

    /** The same of somebody of whom nothing else is asked. */
    static List<String> hindrances(boolean qualified, int free) {
        List<String> hindrances = new ArrayList<>();
        addIf(!qualified, "not-qualified", hindrances);
        addIf(free <= 0, "no-room", hindrances);
        return hindrances;
    }

    private static void addIf(boolean holds, String code, List<String> codes) {
        if (holds) {
            codes.add(code);
        }
    }
}
