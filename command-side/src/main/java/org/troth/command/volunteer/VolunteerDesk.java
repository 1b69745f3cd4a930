package org.troth.command.volunteer;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.What;
import org.troth.command.law.CodeList;
import org.troth.command.volunteer.VolunteerRequest.Availability;
import org.troth.command.volunteer.VolunteerRequest.Capacity;
import org.troth.command.volunteer.VolunteerRequest.Qualification;
import org.troth.command.volunteer.VolunteerRequest.Registration;
import org.troth.command.volunteer.VolunteerRequest.VolunteerCorrection;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.conflict.KnownNames;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerEvent;

/** Takes in what is asked about volunteers: who may, are the fields right, then seals the words and acts. */
@Component
class VolunteerDesk {

    private final Dispatch dispatch;
    private final Permits permits;
    private final Sealer sealer;
    private final KnownNames names;
    private final OfferedCodes offered;

    VolunteerDesk(Dispatch dispatch, Permits permits, Sealer sealer, KnownNames names, OfferedCodes offered) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.sealer = sealer;
        this.names = names;
        this.offered = offered;
    }

    /** The answer is the new volunteer's identifier. */
    Outcome register(Asked asked, Registration said) {
        String route = "POST /volunteers";
        permits.coordinator(asked, route, null);
        Fields fields = new Fields();
        var name = fields.line("name", said.name(), 200);
        var contact = fields.line("contact", said.contact(), 400);
        var lived = fields.textIfAny("livedExperience", said.livedExperience(), 4000);
        var matters = offered.codes(fields, "matters", said.matters(), 20, ProgrammeList.MATTER);
        var languages = fields.languages("languages", said.languages(), 20);
        var capacity = fields.number("capacity", said.capacity(), 0, Volunteer.MOST_AT_A_TIME);
        fields.check();
        VolunteerId id = new VolunteerId(UUID.randomUUID());
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(
                        route,
                        name.get(),
                        contact.get(),
                        lived.orNull(),
                        matters.get(),
                        languages.get(),
                        capacity.get()),
                () -> {
                    names.know(id.value(), name.get());
                    return new Intent(
                            new RegisterVolunteer(
                                    id,
                                    sealer.seal(Words.VOLUNTEER_NAME, id.value(), name.get()),
                                    sealer.seal(Words.VOLUNTEER_CONTACT, id.value(), contact.get()),
                                    sealer.sealIfAny(Words.VOLUNTEER_LIVED_EXPERIENCE, id.value(), lived.orNull()),
                                    matters.get(),
                                    languages.get(),
                                    capacity.get()),
                            offered.stillOffered(
                                    new Unit(asked.actor(), asked.request()),
                                    "matters",
                                    matters.get(),
                                    ProgrammeList.MATTER),
                            id.toString());
                });
    }

    Outcome qualify(Asked asked, VolunteerId id, Qualification said) {
        String route = "POST /volunteers/{id}/qualification";
        permits.coordinator(asked, route, id.value());
        Fields fields = new Fields();
        var lastDay = fields.day("lastDay", said.lastDay());
        fields.check();
        return plainly(asked, What.of(route, id, lastDay.get()), id, new QualifyVolunteer(id, lastDay.get()));
    }

    /** A volunteer puts right what is written about them, or has a coordinator do it (GDPR Art. 16). */
    Outcome correct(Asked asked, VolunteerId id, VolunteerCorrection said) {
        String route = "POST /volunteers/{id}/correction";
        permits.selfOrCoordinator(asked, route, id.value());
        Fields fields = new Fields();
        var reason = fields.code("reason", said.reason(), CodeList.INTAKE_CORRECTION);
        String typed = said.name();
        var name = typed == null || typed.isBlank() ? null : fields.line("name", typed, 200);
        List<String> spoken = said.languages();
        var languages = spoken == null || spoken.isEmpty() ? null : fields.languages("languages", spoken, 20);
        String reach = said.contact();
        var contact = reach == null || reach.isBlank() ? null : fields.line("contact", reach, 400);
        boolean taken = Boolean.TRUE.equals(said.contactTaken());
        if (taken && contact != null) {
            fields.refuse("contact", "both", Phrase.of("command.volunteer.contact-both"));
        }
        fields.check();
        permits.onRecord(id, VolunteerEvent.class);
        String newContact = contact == null ? null : contact.get();
        String newName = name == null ? null : name.get();
        List<String> newLanguages = languages == null ? null : languages.get();
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                What.of(route, id, reason.get(), newName, newLanguages, newContact, taken),
                () -> {
                    if (newName != null) {
                        // Before the fact: so that nobody is ever known by a name that nobody can keep away from.
                        names.know(id.value(), newName);
                    }
                    return new Intent(
                            new CorrectVolunteer(
                                    id,
                                    reason.get(),
                                    sealer.sealIfAny(Words.VOLUNTEER_NAME, id.value(), newName),
                                    newLanguages,
                                    sealer.sealIfAny(Words.VOLUNTEER_CONTACT, id.value(), newContact),
                                    taken),
                            new Unit(asked.actor(), asked.request()),
                            id.toString());
                });
    }

    /** A volunteer may say for themselves how many people they can take on. */
    Outcome changeCapacity(Asked asked, VolunteerId id, Capacity said) {
        String route = "POST /volunteers/{id}/capacity";
        permits.selfOrCoordinator(asked, route, id.value());
        Fields fields = new Fields();
        var capacity = fields.number("capacity", said.capacity(), 0, Volunteer.MOST_AT_A_TIME);
        fields.check();
        return plainly(asked, What.of(route, id, capacity.get()), id, new ChangeCapacity(id, capacity.get()));
    }

    /** A volunteer says for themselves when they have time, or has a coordinator write it down. */
    Outcome stateAvailability(Asked asked, VolunteerId id, Availability said) {
        String route = "POST /volunteers/{id}/availability";
        permits.selfOrCoordinator(asked, route, id.value());
        Fields fields = new Fields();
        var times = fields.codes("times", said.times(), 20, CodeList.TIMES);
        fields.check();
        permits.onRecord(id, VolunteerEvent.class);
        List<String> inOrder = CodeList.TIMES.inOrder(times.get());
        return plainly(asked, What.of(route, id, inOrder), id, new StateAvailability(id, inOrder));
    }

    void mayOpenForm(Asked asked, String route, VolunteerId id, boolean own) {
        if (own) {
            permits.selfOrCoordinator(asked, route, id.value());
        } else {
            permits.coordinator(asked, route, id.value());
        }
        permits.onRecord(id, VolunteerEvent.class);
    }

    void mayOpenRegistrationForm(Asked asked) {
        permits.coordinator(asked, "GET /volunteers/new", null);
    }

    private Outcome plainly(Asked asked, String what, VolunteerId id, Object command) {
        return dispatch.act(
                asked.actor(),
                asked.request(),
                asked.key(),
                what,
                () -> new Intent(command, new Unit(asked.actor(), asked.request()), id.toString()));
    }
}
