package org.troth.command.plan;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
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
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Replies;
import org.troth.command.law.CodeList;
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
import org.troth.events.plan.JointPlan;
import org.troth.events.plan.PlanEvent.Hand;

/** What can be done about joint plans, as forms. They show nothing of the record but what was just typed. */
@Controller
@RequestMapping("/plans")
class PlanForms {

    private static final String KEY = "idempotencyKey";

    private final PlanDesk desk;
    private final MessageSource messages;

    PlanForms(PlanDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    @PostMapping
    ResponseEntity<Void> open(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            NewPlan said) {
        Outcome opened = desk.open(Asked.by(actor, request, key), said);
        return Replies.seeOther("/plans/" + opened.answer(), opened);
    }

    @GetMapping("/{id}/sections/new")
    ModelAndView newSection(Actor actor, RequestId request, @PathVariable String id, NewSection said) {
        PlanId plan = named(id, PlanId::new);
        Hand hand =
                desk.mayOpenForm(Asked.by(actor, request, null), "GET /plans/{id}/sections/new", plan, said.match());
        return sectionForm(plan, new NewSection(said.discipline(), said.match(), null), hand);
    }

    @PostMapping("/{id}/sections")
    ModelAndView begin(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            NewSection said) {
        PlanId plan = named(id, PlanId::new);
        Asked asked = Asked.by(actor, request, key);
        Hand hand = desk.mayOpenForm(asked, "POST /plans/{id}/sections", plan, said.match());
        return FormReply.to(
                done -> page(plan, done.answer()), sectionForm(plan, said, hand), () -> desk.begin(asked, plan, said));
    }

    private ModelAndView sectionForm(PlanId plan, NewSection said, Hand hand) {
        Set<String> codes = CodeList.DISCIPLINE.codes();
        boolean beside = said.match() != null && !said.match().isBlank();
        List<Choice> disciplines = codes.stream()
                .filter(code -> switch (hand) {
                    case PARTICIPANT -> code.equals(JointPlan.OWN);
                    case VOLUNTEER -> code.equals(JointPlan.PEER);
                    case COORDINATOR -> !code.equals(JointPlan.OWN) && (beside || !code.equals(JointPlan.PEER));
                })
                .map(code -> new Choice(code, say("command.plan.discipline." + code)))
                .toList();
        return new ModelAndView("plan/section")
                .addObject("plan", plan)
                .addObject("said", said)
                .addObject("hand", hand.name())
                .addObject("back", hand == Hand.VOLUNTEER ? "/plans/with/" + said.match() : "/plans/" + plan)
                .addObject("disciplines", disciplines);
    }

    @PostMapping("/{id}/sections/{section}/wording")
    ModelAndView reword(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String section,
            SectionEdit said) {
        PlanId plan = named(id, PlanId::new);
        PlanSectionId part = named(section, PlanSectionId::new);
        return FormReply.to(
                done -> page(plan, part),
                form("plan/wording", plan, part).addObject("said", said),
                () -> desk.reword(Asked.by(actor, request, key), plan, part, said));
    }

    @GetMapping("/{id}/sections/{section}/steps/new")
    ModelAndView newStep(Actor actor, RequestId request, @PathVariable String id, @PathVariable String section) {
        PlanId plan = named(id, PlanId::new);
        PlanSectionId part = named(section, PlanSectionId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /plans/{id}/sections/{section}/steps/new", plan, part);
        return stepForm(plan, part, new NewStep(null, null, null));
    }

    @PostMapping("/{id}/sections/{section}/steps")
    ModelAndView addStep(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String section,
            NewStep said) {
        PlanId plan = named(id, PlanId::new);
        PlanSectionId part = named(section, PlanSectionId::new);
        return FormReply.to(
                done -> page(plan, part),
                stepForm(plan, part, said),
                () -> desk.addStep(Asked.by(actor, request, key), plan, part, said));
    }

    private ModelAndView stepForm(PlanId plan, PlanSectionId section, NewStep said) {
        return form("plan/step", plan, section)
                .addObject("said", said)
                .addObject("doers", Choice.of(Hand.class, each -> say("command.plan.hand." + each.name())));
    }

    @PostMapping("/{id}/sections/{section}/goals")
    ResponseEntity<Void> lead(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String section,
            SectionGoals said) {
        PlanId plan = named(id, PlanId::new);
        PlanSectionId part = named(section, PlanSectionId::new);
        return Replies.seeOther(page(plan, part), desk.lead(Asked.by(actor, request, key), plan, part, said));
    }

    @PostMapping("/{id}/sections/{section}/showing")
    ResponseEntity<Void> show(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String section,
            SectionShowing said) {
        PlanId plan = named(id, PlanId::new);
        PlanSectionId part = named(section, PlanSectionId::new);
        return Replies.seeOther(page(plan, part), desk.show(Asked.by(actor, request, key), plan, part, said));
    }

    @PostMapping("/{id}/sections/{section}/hiding")
    ResponseEntity<Void> hide(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String section) {
        PlanId plan = named(id, PlanId::new);
        PlanSectionId part = named(section, PlanSectionId::new);
        return Replies.seeOther(page(plan, part), desk.showNoMore(Asked.by(actor, request, key), plan, part));
    }

    @PostMapping("/{id}/steps/{step}/done")
    ResponseEntity<Void> done(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String step,
            StepMark said) {
        PlanId plan = named(id, PlanId::new);
        Outcome done = desk.done(Asked.by(actor, request, key), plan, named(step, PlanStepId::new), said);
        return Replies.seeOther(page(plan, done.answer()), done);
    }

    @PostMapping("/{id}/steps/{step}/not-done")
    ResponseEntity<Void> notDone(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String step,
            StepMark said) {
        PlanId plan = named(id, PlanId::new);
        Outcome done = desk.notDone(Asked.by(actor, request, key), plan, named(step, PlanStepId::new), said);
        return Replies.seeOther(page(plan, done.answer()), done);
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<Void> close(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        PlanId plan = named(id, PlanId::new);
        return Replies.seeOther("/plans/" + plan, desk.close(Asked.by(actor, request, key), plan));
    }

    private static ModelAndView form(String view, PlanId plan, PlanSectionId section) {
        return new ModelAndView(view)
                .addObject("plan", plan)
                .addObject("section", section)
                .addObject("back", page(plan, section));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static String page(PlanId plan, Object section) {
        return "/plans/" + plan + "/sections/" + section;
    }
}
