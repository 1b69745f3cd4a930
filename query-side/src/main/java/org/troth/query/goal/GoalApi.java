package org.troth.query.goal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.troth.events.account.Actor;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.freshness.AsOfNow;
import org.troth.query.goal.GoalPages.GoalFile;
import org.troth.query.goal.GoalPages.GoalList;
import org.troth.query.goal.GoalPages.OwnGoals;
import org.troth.query.goal.GoalPages.ShownGoalList;
import org.troth.query.reading.Reading;

/** The same as JSON. */
@RestController
@RequestMapping("/api/v1/goals")
class GoalApi {

    private final GoalReader reader;
    private final Reading reading;

    GoalApi(GoalReader reader, Reading reading) {
        this.reader = reader;
        this.reading = reading;
    }

    @AsOfNow
    @GetMapping
    OwnGoals ownGoals(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @RequestParam(required = false) @Nullable Long before) {
        return reader.own(reading.admit(actor, purpose, request, "/goals", Role.PARTICIPANT), before);
    }

    @AsOfNow
    @GetMapping("/{id}")
    GoalFile goal(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return reader.one(reading.admit(actor, purpose, request, "/goals/{id}", Role.PARTICIPANT), id);
    }

    @GetMapping("/of/{id}")
    GoalList goalsOf(
            Actor actor,
            PurposeOfUse purpose,
            RequestId request,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Long before) {
        return reader.of(reading.admit(actor, purpose, request, "/goals/of/{id}", Role.COORDINATOR), id, before);
    }

    @AsOfNow
    @GetMapping("/with/{id}")
    ShownGoalList shownGoals(Actor actor, PurposeOfUse purpose, RequestId request, @PathVariable UUID id) {
        return reader.shownIn(reading.admit(actor, purpose, request, "/goals/with/{id}", Role.VOLUNTEER), id);
    }
}
