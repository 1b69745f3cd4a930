package org.troth.command.plan;

import static org.troth.command.dispatch.Permits.named;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Replies;
import org.troth.command.dispatch.Replies.Done;
import org.troth.command.plan.PlanRequest.NewPlan;
import org.troth.command.plan.PlanRequest.NewSection;
import org.troth.command.plan.PlanRequest.NewStep;
import org.troth.command.plan.PlanRequest.SectionEdit;
import org.troth.command.plan.PlanRequest.SectionGoals;
import org.troth.command.plan.PlanRequest.SectionShowing;
import org.troth.command.plan.PlanRequest.StepMark;
import org.troth.events.PlanId;
import org.troth.events.PlanSectionId;
import org.troth.events.PlanStepId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What can be done about joint plans, as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/plans")
class PlanApi {

    private static final String KEY = "Idempotency-Key";

    private final PlanDesk desk;

    PlanApi(PlanDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> openPlan(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewPlan body) {
        return Replies.created("/api/v1/plans", desk.open(Asked.by(actor, request, key), body));
    }

    @PostMapping("/{id}/sections")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> beginSection(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody NewSection body) {
        PlanId plan = named(id, PlanId::new);
        return Replies.created(
                "/api/v1/plans/" + plan + "/sections", desk.begin(Asked.by(actor, request, key), plan, body));
    }

    @PostMapping("/{id}/sections/{section}/wording")
    ResponseEntity<Done> rewordSection(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String section,
            @RequestBody SectionEdit body) {
        return Replies.done(desk.reword(
                Asked.by(actor, request, key), named(id, PlanId::new), named(section, PlanSectionId::new), body));
    }

    @PostMapping("/{id}/sections/{section}/goals")
    ResponseEntity<Done> leadSectionToGoals(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String section,
            @RequestBody SectionGoals body) {
        return Replies.done(desk.lead(
                Asked.by(actor, request, key), named(id, PlanId::new), named(section, PlanSectionId::new), body));
    }

    @PostMapping("/{id}/sections/{section}/showing")
    ResponseEntity<Done> showSection(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String section,
            @RequestBody SectionShowing body) {
        return Replies.done(desk.show(
                Asked.by(actor, request, key), named(id, PlanId::new), named(section, PlanSectionId::new), body));
    }

    @PostMapping("/{id}/sections/{section}/hiding")
    ResponseEntity<Done> hideSection(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String section) {
        return Replies.done(desk.showNoMore(
                Asked.by(actor, request, key), named(id, PlanId::new), named(section, PlanSectionId::new)));
    }

    @PostMapping("/{id}/sections/{section}/steps")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> addStep(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String section,
            @RequestBody NewStep body) {
        PlanId plan = named(id, PlanId::new);
        return Replies.created(
                "/api/v1/plans/" + plan + "/steps",
                desk.addStep(Asked.by(actor, request, key), plan, named(section, PlanSectionId::new), body));
    }

    @PostMapping("/{id}/steps/{step}/done")
    ResponseEntity<Done> stepDone(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody StepMark body) {
        return Replies.done(
                desk.done(Asked.by(actor, request, key), named(id, PlanId::new), named(step, PlanStepId::new), body));
    }

    @PostMapping("/{id}/steps/{step}/not-done")
    ResponseEntity<Done> stepNotDone(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody StepMark body) {
        return Replies.done(desk.notDone(
                Asked.by(actor, request, key), named(id, PlanId::new), named(step, PlanStepId::new), body));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<Done> closePlan(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.close(Asked.by(actor, request, key), named(id, PlanId::new)));
    }
}
