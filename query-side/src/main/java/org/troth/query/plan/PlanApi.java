package org.troth.query.plan;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.plan.PlanPages.OwnPlans;
import org.troth.query.plan.PlanPages.PlanFile;
import org.troth.query.plan.PlanPages.PlanList;
import org.troth.query.plan.PlanPages.SectionFile;
import org.troth.query.plan.PlanPages.WalkPlan;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/plans")
class PlanApi {

    private final PlanReader reader;
    private final Reading reading;

    PlanApi(PlanReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping
    OwnPlans ownPlans(Actor actor, PurposeOfUse purpose, RequestId request) {
        return reader.own(reading.admit(actor, purpose, request, "/plans", Role.PARTICIPANT));
    }

    @GetMapping("/of/{id}")
    PlanList plansOf(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return reader.of(reading.admit(actor, purpose, request, "/plans/of/{id}", Role.COORDINATOR), id);
    }

    @AsOfNow
    @GetMapping("/{id}")
    PlanFile plan(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return reader.one(
                reading.admit(actor, purpose, request, "/plans/{id}", Role.PARTICIPANT, Role.COORDINATOR), id);
    }

    @AsOfNow
    @GetMapping("/{id}/sections/{section}")
    SectionFile planSection(
            Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id, @PathVariable UUID section) {
        return reader.section(
                reading.admit(
                        actor,
                        purpose,
                        request,
                        "/plans/{id}/sections/{section}",
                        Role.PARTICIPANT,
                        Role.COORDINATOR,
                        Role.VOLUNTEER),
                id,
                section);
    }

    @AsOfNow
    @GetMapping("/with/{id}")
    WalkPlan planBeside(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return reader.with(reading.admit(actor, purpose, request, "/plans/with/{id}", Role.VOLUNTEER), id);
    }
}
