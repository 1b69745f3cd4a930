package org.troth.events.volunteer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.Fact;
import org.troth.events.Law;
import org.troth.events.Recorded;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Under;
import org.troth.events.confidential.Words;

/** The history of a person who walks beside. */
public sealed interface VolunteerEvent extends Fact {

    VolunteerId volunteer();

    /**
     * @param matters the kinds of legal matter they know from their own life, as the programme's codes
     * @param capacity how many people they walk beside at most at one time
     */
    @Recorded(as = "volunteer-registered", revision = 1)
    record VolunteerRegistered(
            VolunteerId volunteer,

            @Under(value = Words.VOLUNTEER_NAME, owner = "volunteer")
            Sealed name,

            @Under(value = Words.VOLUNTEER_CONTACT, owner = "volunteer")
            Sealed contact,

            @Nullable @Under(value = Words.VOLUNTEER_LIVED_EXPERIENCE, owner = "volunteer")
            Sealed livedExperience,

            List<String> matters,
            List<String> languages,
            int capacity)
            implements VolunteerEvent {

        public VolunteerRegistered {
            matters = List.copyOf(matters);
            languages = List.copyOf(languages);
        }
    }

    /**
     * Their name, their languages or how they are reached were wrong, or hold no more: from here on this holds, and what stood before
     * stays on the record. What is absent stays as it was.
     *
     * @param reason why, as a code of the programme
     * @param languages all of them, as they are from now on
     * @param contact how they are reached from now on
     * @param withoutContact whether they are to be reached by nothing that is written here: then there is no contact with it
     */
    @Recorded(as = "volunteer-corrected", revision = 1)
    record VolunteerCorrected(
            VolunteerId volunteer,
            String reason,

            @Nullable @Under(value = Words.VOLUNTEER_NAME, owner = "volunteer")
            Sealed name,

            @Nullable List<String> languages,

            @Nullable @Under(value = Words.VOLUNTEER_CONTACT, owner = "volunteer")
            Sealed contact,

            boolean withoutContact,
            Law law)
            implements VolunteerEvent {

        public VolunteerCorrected {
            languages = languages == null ? null : List.copyOf(languages);
        }

        /** Whether anything holds from here on that did not before. */
        public boolean saysAnything() {
            return name != null || languages != null || contact != null || withoutContact;
        }
    }

    /** They are qualified up to and including this day, by this rule. A later fact replaces an earlier one. */
    @Recorded(as = "volunteer-qualified-until", revision = 1)
    record VolunteerQualifiedUntil(VolunteerId volunteer, LocalDate lastDay, Law law) implements VolunteerEvent {}

    @Recorded(as = "volunteer-capacity-changed", revision = 1)
    record VolunteerCapacityChanged(VolunteerId volunteer, int capacity) implements VolunteerEvent {}

    /**
     * When in the week they have time for somebody. Replaces what was said before.
     *
     * @param times the programme's codes; none means that they do not say
     */
    @Recorded(as = "volunteer-availability-stated", revision = 1)
    record VolunteerAvailabilityStated(VolunteerId volunteer, List<String> times) implements VolunteerEvent {

        public VolunteerAvailabilityStated {
            times = List.copyOf(times);
        }
    }
}
