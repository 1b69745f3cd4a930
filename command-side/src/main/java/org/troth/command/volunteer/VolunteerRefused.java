package org.troth.command.volunteer;

import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Refused;

/** A rule about people who walk beside says no. */
final class VolunteerRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private VolunteerRefused(String rule, Phrase words, String field) {
        super(rule, words, field);
    }

    static VolunteerRefused capacityOutOfBounds() {
        return new VolunteerRefused(
                "capacity-bounds", Phrase.of("command.volunteer.refused.capacity-bounds"), "capacity");
    }

    static VolunteerRefused sameCapacity() {
        return new VolunteerRefused("capacity-same", Phrase.of("command.volunteer.refused.capacity-same"), "capacity");
    }

    static VolunteerRefused sameLastDay() {
        return new VolunteerRefused(
                "qualification-same", Phrase.of("command.volunteer.refused.qualification-same"), "lastDay");
    }

    static VolunteerRefused nothingCorrected() {
        return new VolunteerRefused("nothing-corrected", Phrase.of("command.correction.nothing"), "name");
    }
}
