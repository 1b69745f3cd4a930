package org.troth.command.goal;

import static org.troth.command.dispatch.Permits.named;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.troth.command.dispatch.Phrase;
import org.troth.command.dispatch.Replies;
import org.troth.command.goal.GoalRequest.GoalEdit;
import org.troth.command.goal.GoalRequest.GoalShowing;
import org.troth.command.goal.GoalRequest.NewGoal;
import org.troth.command.goal.GoalRequest.NewRating;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.events.GoalId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.disclosure.PurposeOfUse;

/** What participants can do about their own goals, as forms. The forms show nobody's words. */
@Controller
@RequestMapping("/goals")
class GoalForms {

    private static final String KEY = "idempotencyKey";

    private static final List<Choice> SORTS = Choice.among(CodeList.GOAL);

    private static final List<Choice> SCALE = IntStream.rangeClosed(0, HouseLaw.GOAL_TOP)
            .mapToObj(number -> new Choice(String.valueOf(number), words(number)))
            .toList();

    private final GoalDesk desk;

    GoalForms(GoalDesk desk) {
        this.desk = desk;
    }

    private static Phrase words(int number) {
        String figure = String.valueOf(number);
        if (number == 0) {
            return Phrase.of("command.goal.scale.none", figure);
        }
        if (number == HouseLaw.GOAL_TOP) {
            return Phrase.of("command.goal.scale.there", figure);
        }
        return number == HouseLaw.GOAL_TOP / 2 ? Phrase.of("command.goal.scale.half", figure) : Phrase.english(figure);
    }

    @GetMapping("/new")
    ModelAndView newGoal(Actor actor, RequestId request) {
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /goals/new");
        return newForm(new NewGoal(null, null));
    }

    @PostMapping
    ModelAndView set(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            NewGoal said) {
        return FormReply.to(
                done -> "/goals/" + done.answer(), newForm(said), () -> desk.set(Asked.by(actor, request, key), said));
    }

    private static ModelAndView newForm(NewGoal said) {
        return new ModelAndView("goal/new").addObject("said", said).addObject("sorts", SORTS);
    }

    @GetMapping("/{id}/wording")
    ModelAndView newWording(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable String id) {
        GoalId goal = named(id, GoalId::new);
        String about = desk.mayOpenWording(Asked.by(actor, request, null), purpose, "GET /goals/{id}/wording", goal);
        return wordingForm(goal, new GoalEdit(about, null));
    }

    @PostMapping("/{id}/wording")
    ModelAndView reword(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            GoalEdit said) {
        GoalId goal = named(id, GoalId::new);
        return FormReply.to(
                done -> "/goals/" + goal,
                wordingForm(goal, said),
                () -> desk.reword(Asked.by(actor, request, key), goal, said));
    }

    private static ModelAndView wordingForm(GoalId goal, GoalEdit said) {
        return new ModelAndView("goal/wording")
                .addObject("goal", goal)
                .addObject("said", said)
                .addObject("sorts", SORTS);
    }

    @GetMapping("/{id}/rating")
    ModelAndView newRating(Actor actor, RequestId request, @PathVariable String id) {
        GoalId goal = named(id, GoalId::new);
        desk.mayOpenForm(Asked.by(actor, request, null), "GET /goals/{id}/rating", goal);
        return ratingForm(goal, new NewRating(null));
    }

    @PostMapping("/{id}/rating")
    ModelAndView rate(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            NewRating said) {
        GoalId goal = named(id, GoalId::new);
        return FormReply.to(
                done -> "/goals/" + goal,
                ratingForm(goal, said),
                () -> desk.rate(Asked.by(actor, request, key), goal, said));
    }

    private static ModelAndView ratingForm(GoalId goal, NewRating said) {
        return new ModelAndView("goal/rating")
                .addObject("goal", goal)
                .addObject("said", said)
                .addObject("scale", SCALE);
    }

    @PostMapping("/{id}/reaching")
    ResponseEntity<Void> reach(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return pressed(Asked.by(actor, request, key), id, desk::reach);
    }

    @PostMapping("/{id}/letting-go")
    ResponseEntity<Void> letGo(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return pressed(Asked.by(actor, request, key), id, desk::letGo);
    }

    @PostMapping("/{id}/resumption")
    ResponseEntity<Void> takeUpAgain(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return pressed(Asked.by(actor, request, key), id, desk::takeUpAgain);
    }

    @PostMapping("/{id}/showing")
    ResponseEntity<Void> show(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            GoalShowing said) {
        return pressed(Asked.by(actor, request, key), id, (asked, goal) -> desk.show(asked, goal, said));
    }

    @PostMapping("/{id}/hiding")
    ResponseEntity<Void> showNoMore(
            Actor actor,
            RequestId request,
            @RequestParam(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return pressed(Asked.by(actor, request, key), id, desk::showNoMore);
    }

    private static ResponseEntity<Void> pressed(Asked asked, String id, BiFunction<Asked, GoalId, Outcome> act) {
        GoalId goal = named(id, GoalId::new);
        return Replies.seeOther("/goals/" + goal, act.apply(asked, goal));
    }
}
