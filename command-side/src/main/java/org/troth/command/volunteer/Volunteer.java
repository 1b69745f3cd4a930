package org.troth.command.volunteer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.troth.command.law.HouseLaw;
import org.troth.events.VolunteerId;
import org.troth.events.volunteer.VolunteerEvent.VolunteerAvailabilityStated;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCapacityChanged;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCorrected;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;
import org.troth.events.volunteer.VolunteerEvent.VolunteerRegistered;

/** A person who walks beside: how long they are qualified, and how many people they take on. */
@Aggregate
class Volunteer {

    static final int MOST_AT_A_TIME = 20;

    @AggregateIdentifier
    private VolunteerId id;

    private int capacity;

    private @Nullable LocalDate lastDay;

    private List<String> times = List.of();

    private List<String> languages = List.of();

    private boolean withoutContact;

    Volunteer() {}

    @CommandHandler
    Volunteer(RegisterVolunteer command) {
        apply(new VolunteerRegistered(
                command.volunteer(),
                command.name(),
                command.contact(),
                command.livedExperience(),
                command.matters(),
                command.languages(),
                within(command.capacity())));
    }

    @CommandHandler
    void handle(QualifyVolunteer command) {
        if (command.lastDay().equals(lastDay)) {
            throw VolunteerRefused.sameLastDay();
        }
        apply(new VolunteerQualifiedUntil(id, command.lastDay(), HouseLaw.VOLUNTEER_QUALIFICATION));
    }

    /** The same languages said again are nothing new; whether a name is, nobody can tell who does not open it. */
    @CommandHandler
    void handle(CorrectVolunteer command) {
        List<String> said = command.languages();
        VolunteerCorrected corrected = new VolunteerCorrected(
                id,
                command.reason(),
                command.name(),
                said == null || said.equals(languages) ? null : said,
                command.contact(),
                command.withoutContact() && !withoutContact,
                HouseLaw.VOLUNTEER_CORRECTION);
        if (!corrected.saysAnything()) {
            throw VolunteerRefused.nothingCorrected();
        }
        apply(corrected);
    }

    @CommandHandler
    void handle(ChangeCapacity command) {
        if (within(command.capacity()) == capacity) {
            throw VolunteerRefused.sameCapacity();
        }
        apply(new VolunteerCapacityChanged(id, command.capacity()));
    }

    /** The same said again adds nothing. */
    @CommandHandler
    void handle(StateAvailability command) {
        if (!command.times().equals(times)) {
            apply(new VolunteerAvailabilityStated(id, command.times()));
        }
    }

    private static int within(int capacity) {
        if (capacity < 0 || capacity > MOST_AT_A_TIME) {
            throw VolunteerRefused.capacityOutOfBounds();
        }
        return capacity;
    }

    @EventSourcingHandler
    void on(VolunteerRegistered fact) {
        id = fact.volunteer();
        capacity = fact.capacity();
        languages = fact.languages();
    }

    @EventSourcingHandler
    void on(VolunteerCorrected fact) {
        if (fact.languages() != null) {
            languages = fact.languages();
        }
        withoutContact = fact.withoutContact() || (withoutContact && fact.contact() == null);
    }

    @EventSourcingHandler
    void on(VolunteerQualifiedUntil fact) {
        lastDay = fact.lastDay();
    }

    @EventSourcingHandler
    void on(VolunteerCapacityChanged fact) {
        capacity = fact.capacity();
    }

    @EventSourcingHandler
    void on(VolunteerAvailabilityStated fact) {
        times = fact.times();
    }
}
