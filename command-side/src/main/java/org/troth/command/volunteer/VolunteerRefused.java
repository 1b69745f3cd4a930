package org.troth.command.volunteer;

import org.troth.command.dispatch.Refused;

/** A rule about people who walk beside says no. */
final class VolunteerRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private VolunteerRefused(String rule, String message, String field) {
        super(rule, message, field);
    }

    static VolunteerRefused capacityOutOfBounds() {
        return new VolunteerRefused(
                "capacity-bounds",
                "A volunteer walks beside at most 20 people at a time, and not fewer than none.",
                "capacity");
    }

    static VolunteerRefused sameCapacity() {
        return new VolunteerRefused(
                "capacity-same", "This is already how many people they walk beside at most.", "capacity");
    }

    static VolunteerRefused sameLastDay() {
        return new VolunteerRefused(
                "qualification-same", "They are already recorded as qualified until this day.", "lastDay");
    }
}
