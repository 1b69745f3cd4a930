package org.troth.command.goal;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Dispatch;
import org.troth.command.dispatch.Fields;
import org.troth.command.dispatch.Intent;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.What;
import org.troth.command.goal.GoalRequest.GoalEdit;
import org.troth.command.goal.GoalRequest.GoalShowing;
import org.troth.command.goal.GoalRequest.NewGoal;
import org.troth.command.goal.GoalRequest.NewRating;
import org.troth.command.law.CodeList;
import org.troth.command.law.HouseLaw;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.confidential.Sealer;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.disclosure.SubjectKind;
import org.troth.events.goal.GoalEvent.GoalReworded;
import org.troth.events.goal.GoalEvent.GoalSet;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.merging.SamePerson;
import org.troth.events.participant.ParticipantEvent;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Streams;
import org.troth.events.recording.Unit;

/**
 * Takes in what participants ask about their goals, with their own account. Nobody asks any of it for somebody else: not a
 * coordinator on their word, and not whoever walks beside them.
 */
@Component
class GoalDesk {

    /** Refused because nobody speaks for somebody else about what they want. */
    private static final String OWN_VOICE = "goal-own-voice";

    private static final int LONGEST = 1000;

    private final Dispatch dispatch;
    private final Permits permits;
    private final MatchInForce matches;
    private final Streams streams;
    private final Sealer sealer;

    GoalDesk(Dispatch dispatch, Permits permits, MatchInForce matches, Streams streams, Sealer sealer) {
        this.dispatch = dispatch;
        this.permits = permits;
        this.matches = matches;
        this.streams = streams;
        this.sealer = sealer;
    }

    /** The answer is the new goal's identifier. */
    Outcome set(Asked asked, NewGoal said) {
        String route = "POST /goals";
        ParticipantId self = self(asked, route);
        Fields fields = new Fields();
        var about = aboutIfAny(fields, said.about());
        var words = fields.text("words", said.words(), LONGEST);
        fields.check();
        GoalId id = new GoalId(UUID.randomUUID());
        return act(
                asked,
                What.of(route, about, words.get()),
                () -> new Intent(
                        new SetGoal(id, self, about, sealer.seal(Words.GOAL_WORDS, self.value(), words.get())),
                        unit(asked),
                        id.toString()));
    }

    Outcome reword(Asked asked, GoalId id, GoalEdit said) {
        String route = "POST /goals/{id}/wording";
        GoalSet goal = own(asked, route, id);
        Fields fields = new Fields();
        var about = aboutIfAny(fields, said.about());
        var words = fields.text("words", said.words(), LONGEST);
        fields.check();
        return act(
                asked,
                What.of(route, id, about, words.get()),
                () -> new Intent(
                        new RewordGoal(
                                id,
                                about,
                                sealer.seal(Words.GOAL_WORDS, goal.participant().value(), words.get())),
                        unit(asked, route, goal),
                        id.toString()));
    }

    Outcome rate(Asked asked, GoalId id, NewRating said) {
        String route = "POST /goals/{id}/rating";
        GoalSet goal = own(asked, route, id);
        Fields fields = new Fields();
        var rating = fields.number("rating", said.rating(), 0, HouseLaw.GOAL_TOP);
        fields.check();
        return act(
                asked,
                What.of(route, id, rating.get()),
                () -> new Intent(new RateGoal(id, rating.get()), unit(asked, route, goal), id.toString()));
    }

    Outcome reach(Asked asked, GoalId id) {
        return plain(asked, "POST /goals/{id}/reaching", id, ReachGoal::new);
    }

    Outcome letGo(Asked asked, GoalId id) {
        return plain(asked, "POST /goals/{id}/letting-go", id, LetGoalGo::new);
    }

    Outcome takeUpAgain(Asked asked, GoalId id) {
        return plain(asked, "POST /goals/{id}/resumption", id, TakeGoalUpAgain::new);
    }

    /** Whose match it is, the goal itself asks: of a foreign one and of an unknown one the answer is the same. */
    Outcome show(Asked asked, GoalId id, GoalShowing said) {
        String route = "POST /goals/{id}/showing";
        GoalSet goal = own(asked, route, id);
        Fields fields = new Fields();
        var match = fields.id("match", said.match(), MatchId::new);
        fields.check();
        return act(asked, What.of(route, id, match.get()), () -> {
            Standing standing = matches.of(match.get());
            SamePerson person = SamePerson.of(goal.participant(), streams);
            Unit unit =
                    unit(asked, route, goal).provided(person.preconditions()).provided(standing.preconditions());
            return new Intent(new ShowGoal(id, match.get(), standing, person.all()), unit, id.toString());
        });
    }

    Outcome showNoMore(Asked asked, GoalId id) {
        return plain(asked, "POST /goals/{id}/hiding", id, ShowGoalNoMore::new);
    }

    private Outcome plain(Asked asked, String route, GoalId id, Function<GoalId, Object> command) {
        GoalSet goal = own(asked, route, id);
        return act(
                asked,
                What.of(route, id),
                () -> new Intent(command.apply(id), unit(asked, route, goal), id.toString()));
    }

    /** For whom the form of a new goal may be opened. */
    void mayOpenForm(Asked asked, String route) {
        self(asked, route);
    }

    /** For whom a form about this goal may be opened, which shows nothing of it. */
    void mayOpenForm(Asked asked, String route, GoalId id) {
        own(asked, route, id);
    }

    /** What sort of goal it is now, for the form that changes it; that it was shown is on the record first. */
    @Nullable
    String mayOpenWording(Asked asked, PurposeOfUse purpose, String route, GoalId id) {
        GoalSet set = own(asked, route, id);
        permits.show(
                asked,
                purpose,
                route,
                SubjectKind.PARTICIPANT,
                set.participant().value(),
                null);
        String about = set.about();
        for (RecordedFact each : streams.read(id.toString(), 0)) {
            if (each.fact() instanceof GoalReworded reworded) {
                about = reworded.about();
            }
        }
        return about;
    }

    private static @Nullable String aboutIfAny(Fields fields, @Nullable String about) {
        return about == null || about.isBlank()
                ? null
                : fields.code("about", about, CodeList.GOAL).orNull();
    }

    private ParticipantId self(Asked asked, String route) {
        UUID person = asked.actor().person();
        if (person == null || !asked.actor().is(Role.PARTICIPANT)) {
            throw permits.refuse(asked, route, null, OWN_VOICE);
        }
        ParticipantId self = new ParticipantId(person);
        permits.onRecord(self, ParticipantEvent.class);
        return self;
    }

    /** The goal of whoever asks; of anybody else's and of an unknown one it is recorded that it was refused. */
    private GoalSet own(Asked asked, String route, GoalId id) {
        GoalSet set = recorded(id);
        UUID participant = set == null ? null : set.participant().value();
        if (set == null || !asked.actor().is(Role.PARTICIPANT) || !permits.isSelf(asked, participant)) {
            throw permits.refuse(asked, route, participant, OWN_VOICE);
        }
        return set;
    }

    private @Nullable GoalSet recorded(GoalId id) {
        for (RecordedFact each : streams.read(id.toString(), 0)) {
            if (each.fact() instanceof GoalSet set) {
                return set;
            }
        }
        return null;
    }

    private Outcome act(Asked asked, String what, Supplier<Intent> intent) {
        return dispatch.act(asked.actor(), asked.request(), asked.key(), what, intent);
    }

    private Unit unit(Asked asked, String route, GoalSet goal) {
        return permits.asThemselves(asked, route, goal.participant().value());
    }

    private static Unit unit(Asked asked) {
        return new Unit(asked.actor(), asked.request());
    }
}
