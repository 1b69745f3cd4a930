package org.troth.query.encounter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.reading.Reading;
import org.troth.query.reading.Visit;

/** One meeting as a page, with all its versions. */
@Controller
@RequestMapping("/encounters")
class EncounterDashboard {

    private final EncounterReader reader;
    private final Reading reading;

    EncounterDashboard(EncounterReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @GetMapping("/{id}")
    ModelAndView one(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        Visit visit = reading.admit(
                actor, purpose, request, "/encounters/{id}", Role.COORDINATOR, Role.PARTICIPANT, Role.VOLUNTEER);
        EncounterFile encounter = reader.one(visit, id);
        boolean coordinator = actor.is(Role.COORDINATOR);
        boolean participant = reading.isSelf(visit, encounter.participant());
        return new ModelAndView("encounter/encounter")
                .addObject("encounter", encounter)
                .addObject("coordinator", coordinator)
                .addObject("participant", participant)
                .addObject(
                        "back",
                        coordinator ? "/participants/" + encounter.participant() : participant ? "/mine" : "/walks")
                .addObject("backTo", "query.encounter.back." + (coordinator ? "case" : participant ? "mine" : "walks"));
    }

    /** The meetings of a participant, or of a match, a page at a time. */
    @AsOfNow
    @GetMapping("/of/{id}")
    ModelAndView meetings(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long before) {
        Visit visit = reading.admit(
                actor, purpose, request, "/encounters/of/{id}", Role.COORDINATOR, Role.PARTICIPANT, Role.VOLUNTEER);
        MeetingList list = reader.list(visit, id, before);
        boolean coordinator = actor.is(Role.COORDINATOR);
        boolean participant = reading.isSelf(visit, id);
        return new ModelAndView("encounter/list")
                .addObject("list", list)
                .addObject("first", before == null)
                .addObject("back", participant ? "/mine" : coordinator ? "/" : "/walks")
                .addObject(
                        "backTo",
                        "query.encounter.back." + (participant ? "mine" : coordinator ? "worklist" : "walks"));
    }
}
