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
import org.troth.command.dispatch.FormReply;
import org.troth.command.law.CodeList;
import org.troth.command.volunteer.VolunteerRequest.VolunteerCorrection;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What was taken down of a volunteer is put right, as a form that shows nothing of it. */
@Controller
@RequestMapping("/volunteers/{id}/correction")
class VolunteerCorrectionForms {

    private static final String KEY = "idempotencyKey";

    private final VolunteerDesk desk;

    VolunteerCorrectionForms(VolunteerDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView form(Actor actor, RequestId request, @PathVariable String id) {
        VolunteerId volunteer = named(id, VolunteerId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /volunteers/{id}/correction", volunteer, true);
        return form(volunteer, new VolunteerCorrection(null, null, List.of(), null, null));
    }

    @PostMapping
    ModelAndView correct(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<@Nullable String> otherLanguages,
            VolunteerCorrection said) {
        VolunteerId volunteer = named(id, VolunteerId::new);
        List<String> spoken = Stream.of(said.languages(), otherLanguages)
                .flatMap(each -> FormReply.listed(each).stream())
                .toList();
        VolunteerCorrection listed =
                new VolunteerCorrection(said.reason(), said.name(), spoken, said.contact(), said.contactTaken());
        return FormReply.to(
                done -> "/volunteers/" + volunteer + "/versions",
                form(volunteer, listed),
                () -> desk.correct(Asked.by(actor, request, key), volunteer, listed));
    }

    /** A language that is not named at sight comes back in the line for those. */
    private static ModelAndView form(VolunteerId volunteer, VolunteerCorrection said) {
        Set<String> named = Choice.languages().stream().map(Choice::value).collect(Collectors.toSet());
        List<String> spoken = FormReply.listed(said.languages());
        return new ModelAndView("volunteer/correction")
                .addObject("volunteer", volunteer)
                .addObject("said", said)
                .addObject("reasons", Choice.among(CodeList.INTAKE_CORRECTION))
                .addObject("languages", Choice.languages())
                .addObject("spoken", spoken)
                .addObject(
                        "otherLanguages",
                        spoken.stream().filter(each -> !named.contains(each)).collect(Collectors.joining(", ")))
                .addObject("back", "/volunteers/" + volunteer + "/versions");
    }
}
