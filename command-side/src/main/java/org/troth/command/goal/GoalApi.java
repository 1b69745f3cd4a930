package org.troth.command.goal;

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
import org.troth.command.goal.GoalRequest.GoalEdit;
import org.troth.command.goal.GoalRequest.GoalShowing;
import org.troth.command.goal.GoalRequest.NewGoal;
import org.troth.command.goal.GoalRequest.NewRating;
import org.troth.events.GoalId;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;

/** What participants can do about their own goals, as JSON: one POST per intention. */
@RestController
@RequestMapping("/api/v1/goals")
class GoalApi {

    private static final String KEY = "Idempotency-Key";

    private final GoalDesk desk;

    GoalApi(GoalDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Done> setGoal(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewGoal body) {
        return Replies.created("/api/v1/goals", desk.set(Asked.by(actor, request, key), body));
    }

    @PostMapping("/{id}/wording")
    ResponseEntity<Done> rewordGoal(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody GoalEdit body) {
        return Replies.done(desk.reword(Asked.by(actor, request, key), named(id, GoalId::new), body));
    }

    @PostMapping("/{id}/rating")
    ResponseEntity<Done> rateGoal(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody NewRating body) {
        return Replies.done(desk.rate(Asked.by(actor, request, key), named(id, GoalId::new), body));
    }

    @PostMapping("/{id}/reaching")
    ResponseEntity<Done> reachGoal(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.reach(Asked.by(actor, request, key), named(id, GoalId::new)));
    }

    @PostMapping("/{id}/letting-go")
    ResponseEntity<Done> letGoalGo(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.letGo(Asked.by(actor, request, key), named(id, GoalId::new)));
    }

    @PostMapping("/{id}/resumption")
    ResponseEntity<Done> takeGoalUpAgain(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.takeUpAgain(Asked.by(actor, request, key), named(id, GoalId::new)));
    }

    @PostMapping("/{id}/showing")
    ResponseEntity<Done> showGoal(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody GoalShowing body) {
        return Replies.done(desk.show(Asked.by(actor, request, key), named(id, GoalId::new), body));
    }

    @PostMapping("/{id}/hiding")
    ResponseEntity<Done> hideGoal(
            Actor actor,
            RequestId request,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id) {
        return Replies.done(desk.showNoMore(Asked.by(actor, request, key), named(id, GoalId::new)));
    }
}
