package org.troth.command.volunteer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.events.VolunteerId;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCapacityChanged;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;
import org.troth.events.volunteer.VolunteerEvent.VolunteerRegistered;
import org.troth.events.volunteer.VolunteerStanding;

/** Answers from the volunteer's stream whether they may take somebody on. */
@Component
class RecordedVolunteerStanding implements VolunteerStanding {

    private final Streams streams;

    RecordedVolunteerStanding(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Standing of(VolunteerId volunteer, LocalDate day) {
        List<RecordedFact> facts = streams.read(volunteer.toString(), 0);
        boolean registered = false;
        int capacity = 0;
        @Nullable LocalDate lastDay = null;
        for (RecordedFact each : facts) {
            if (each.fact() instanceof VolunteerRegistered fact) {
                registered = true;
                capacity = fact.capacity();
            } else if (each.fact() instanceof VolunteerCapacityChanged fact) {
                capacity = fact.capacity();
            } else if (each.fact() instanceof VolunteerQualifiedUntil fact) {
                lastDay = fact.lastDay();
            }
        }
        return new Standing(
                registered,
                lastDay != null && !lastDay.isBefore(day),
                capacity,
                new Precondition(volunteer.toString(), facts.size() - 1L));
    }
}
