package org.troth.command.volunteer;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.ChoiceGroup;
import org.troth.command.dispatch.FormReply;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.OfferedCodes;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Phrase;
import org.troth.command.law.CodeList;
import org.troth.command.volunteer.VolunteerRequest.Availability;
import org.troth.command.volunteer.VolunteerRequest.Capacity;
import org.troth.command.volunteer.VolunteerRequest.Qualification;
import org.troth.command.volunteer.VolunteerRequest.Registration;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;

/** What can be done about a volunteer, as forms. The forms themselves show nobody's words. */
@Controller
@RequestMapping("/volunteers")
class VolunteerForms {

    private static final String KEY = "idempotencyKey";

    private static final ChoiceGroup[] MATTERS = {
        ChoiceGroup.of(
                Phrase.of("command.volunteer.matters.home"), "housing", "debt", "benefits", "employment", "consumer"),
        ChoiceGroup.of(
                Phrase.of("command.volunteer.matters.family"), "family", "youth", "education", "health", "disability"),
        ChoiceGroup.of(
                Phrase.of("command.volunteer.matters.safety"), "safety", "trafficking", "criminal", "discrimination"),
        ChoiceGroup.of(
                Phrase.of("command.volunteer.matters.standing"), "immigration", "identity", "profession", "dispute")
    };

    private final VolunteerDesk desk;
    private final OfferedCodes offered;

    VolunteerForms(VolunteerDesk desk, OfferedCodes offered) {
        this.desk = desk;
        this.offered = offered;
    }

    @GetMapping("/new")
    ModelAndView newVolunteer(Actor actor, RequestId request) {
        desk.mayOpenRegistrationForm(Asked.by(actor, request, null));
        return registrationForm(new Registration(null, null, null, List.of(), List.of("en"), "1"), List.of("en"));
    }

    @PostMapping
    ModelAndView register(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable List<@Nullable String> otherLanguages,
            Registration said) {
        List<String> languages = Stream.of(said.languages(), otherLanguages)
                .flatMap(each -> FormReply.listed(each).stream())
                .toList();
        return FormReply.to(
                done -> "/volunteers/" + done.answer(),
                registrationForm(said, languages),
                () -> registered(
                        Asked.by(actor, request, key),
                        new Registration(
                                said.name(),
                                said.contact(),
                                said.livedExperience(),
                                FormReply.listed(said.matters()),
                                languages,
                                said.capacity())));
    }

    /** A box names a language: where one is none, it was written in the line for the others. */
    private Outcome registered(Asked asked, Registration said) {
        try {
            return desk.register(asked, said);
        } catch (Invalid invalid) {
            throw new Invalid(invalid.faults().stream()
                    .map(fault -> fault.rule().equals("language")
                            ? new Invalid.Fault("otherLanguages", fault.rule(), fault.message())
                            : fault)
                    .toList());
        }
    }

    /** A language that is not named at sight comes back in the line for those. */
    private ModelAndView registrationForm(Registration said, List<String> spoken) {
        Set<String> named = Choice.languages().stream().map(Choice::value).collect(Collectors.toSet());
        return new ModelAndView("volunteer/registration")
                .addObject("said", said)
                .addObject(
                        "matters", ChoiceGroup.among(CodeList.MATTER, offered.choices(ProgrammeList.MATTER), MATTERS))
                .addObject("known", FormReply.listed(said.matters()))
                .addObject("languages", Choice.languages())
                .addObject("spoken", spoken)
                .addObject(
                        "otherLanguages",
                        spoken.stream().filter(each -> !named.contains(each)).collect(Collectors.joining(", ")));
    }

    @GetMapping("/{id}/qualification")
    ModelAndView newQualification(Actor actor, RequestId request, @PathVariable String id) {
        VolunteerId volunteer = named(id, VolunteerId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /volunteers/{id}/qualification", volunteer, false);
        return qualificationForm(volunteer, new Qualification(null));
    }

    @PostMapping("/{id}/qualification")
    ModelAndView qualify(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            Qualification said) {
        VolunteerId volunteer = named(id, VolunteerId::new);
        return FormReply.to(
                done -> "/volunteers/" + volunteer,
                qualificationForm(volunteer, said),
                () -> desk.qualify(Asked.by(actor, request, key), volunteer, said));
    }

    private static ModelAndView qualificationForm(VolunteerId volunteer, Qualification said) {
        return new ModelAndView("volunteer/qualification")
                .addObject("volunteer", volunteer)
                .addObject("said", said);
    }

    @GetMapping("/{id}/capacity")
    ModelAndView newCapacity(Actor actor, RequestId request, @PathVariable String id) {
        VolunteerId volunteer = named(id, VolunteerId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /volunteers/{id}/capacity", volunteer, true);
        return capacityForm(actor, volunteer, new Capacity(null));
    }

    @PostMapping("/{id}/capacity")
    ModelAndView changeCapacity(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            Capacity said) {
        VolunteerId volunteer = named(id, VolunteerId::new);
        return FormReply.to(
                done -> pageFor(actor, volunteer),
                capacityForm(actor, volunteer, said),
                () -> desk.changeCapacity(Asked.by(actor, request, key), volunteer, said));
    }

    private static ModelAndView capacityForm(Actor actor, VolunteerId volunteer, Capacity said) {
        return new ModelAndView("volunteer/capacity")
                .addObject("volunteer", volunteer)
                .addObject("back", pageFor(actor, volunteer))
                .addObject("said", said);
    }

    @GetMapping("/{id}/availability")
    ModelAndView newAvailability(Actor actor, RequestId request, @PathVariable String id) {
        VolunteerId volunteer = named(id, VolunteerId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /volunteers/{id}/availability", volunteer, true);
        return availabilityForm(actor, volunteer, new Availability(null));
    }

    @PostMapping("/{id}/availability")
    ModelAndView stateAvailability(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            Availability said) {
        VolunteerId volunteer = named(id, VolunteerId::new);
        return FormReply.to(
                done -> pageFor(actor, volunteer),
                availabilityForm(actor, volunteer, said),
                () -> desk.stateAvailability(
                        Asked.by(actor, request, key), volunteer, new Availability(FormReply.listed(said.times()))));
    }

    private static ModelAndView availabilityForm(Actor actor, VolunteerId volunteer, Availability said) {
        return new ModelAndView("volunteer/availability")
                .addObject("volunteer", volunteer)
                .addObject("back", pageFor(actor, volunteer))
                .addObject("own", volunteer.value().equals(actor.person()))
                .addObject("times", Choice.among(CodeList.TIMES))
                .addObject("ticked", FormReply.listed(said.times()));
    }

    private static String pageFor(Actor actor, VolunteerId volunteer) {
        return volunteer.value().equals(actor.person()) ? "/walks" : "/volunteers/" + volunteer;
    }
}
