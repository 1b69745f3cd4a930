package org.troth.command.goal;

import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemorySealing;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.goal.GoalEvent.GoalLetGo;
import org.troth.events.goal.GoalEvent.GoalRated;
import org.troth.events.goal.GoalEvent.GoalReached;
import org.troth.events.goal.GoalEvent.GoalReworded;
import org.troth.events.goal.GoalEvent.GoalSet;
import org.troth.events.goal.GoalEvent.GoalShown;
import org.troth.events.goal.GoalEvent.GoalShownNoMore;
import org.troth.events.goal.GoalEvent.GoalTakenUpAgain;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.recording.Precondition;

class SettingGoalsTest {

    private final AggregateTestFixture<Goal> fixture = new AggregateTestFixture<>(Goal.class);
    private final GoalId id = new GoalId(UUID.randomUUID());
    private final MatchId match = new MatchId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final Precondition at = new Precondition(match.toString(), 4);
    private final Standing matched = new Standing(true, p, v, at);
    private final Sealed words = new MemorySealing().seal(Words.GOAL_WORDS, p.value(), "open my post");
    private final Sealed others = new MemorySealing().seal(Words.GOAL_WORDS, p.value(), "open it myself");

    private final GoalSet set = new GoalSet(id, p, "confidence", words, HouseLaw.GOAL_SETTING);
    private final GoalReached reached = new GoalReached(id, p);
    private final GoalLetGo letGo = new GoalLetGo(id, p);
    private final GoalTakenUpAgain again = new GoalTakenUpAgain(id, p);
    private final GoalShown shown = new GoalShown(id, p, v, match, HouseLaw.GOAL_SHOWING);
    private final GoalShownNoMore hidden = new GoalShownNoMore(id, p, v, match);

    @Test
    void keepsWhatItIsAboutOnlyWhereThatWasSaid() {
        fixture.givenNoPriorActivity()
                .when(new SetGoal(id, p, "confidence", words))
                .expectEvents(set);
        fixture.givenNoPriorActivity()
                .when(new SetGoal(id, p, null, words))
                .expectEvents(new GoalSet(id, p, null, words, HouseLaw.GOAL_SETTING));
    }

    @Test
    void takesOtherWordsAndAnyNumberAsOftenAsTheyAreSaid() {
        GoalRated three = new GoalRated(id, p, 3, HouseLaw.GOAL_RATING);
        fixture.given(set).when(new RewordGoal(id, null, others)).expectEvents(new GoalReworded(id, p, null, others));
        fixture.given(set).when(new RateGoal(id, 3)).expectEvents(three);
        fixture.given(set, three).when(new RateGoal(id, 3)).expectEvents(three);
        fixture.given(set, three).when(new RateGoal(id, 0)).expectEvents(new GoalRated(id, p, 0, HouseLaw.GOAL_RATING));
    }

    @Test
    void isReachedOrLetGoWhateverNumberCameLastAndTakenUpAgain() {
        GoalRated none = new GoalRated(id, p, 0, HouseLaw.GOAL_RATING);
        fixture.given(set, none).when(new ReachGoal(id)).expectEvents(reached);
        fixture.given(set, none).when(new LetGoalGo(id)).expectEvents(letGo);
        fixture.given(set, reached).when(new TakeGoalUpAgain(id)).expectEvents(again);
        fixture.given(set, letGo).when(new TakeGoalUpAgain(id)).expectEvents(again);
        fixture.given(set, letGo, again).when(new ReachGoal(id)).expectEvents(reached);
        refused(fixture.given(set).when(new TakeGoalUpAgain(id)), GoalRefused.open());
    }

    @Test
    void restsOnceItIsReachedOrLetGo() {
        for (Object end : new Object[] {reached, letGo}) {
            refused(fixture.given(set, end).when(new RateGoal(id, 4)), GoalRefused.notOpen());
            refused(fixture.given(set, end).when(new RewordGoal(id, null, others)), GoalRefused.notOpen());
            refused(fixture.given(set, end).when(new ReachGoal(id)), GoalRefused.notOpen());
            refused(fixture.given(set, end).when(new LetGoalGo(id)), GoalRefused.notOpen());
        }
    }

    @Test
    void isShownToWhoeverWalksBesideThemNowAndToNobodyElse() {
        fixture.given(set).when(new ShowGoal(id, match, matched, List.of(p))).expectEvents(shown);
        fixture.given(set, reached)
                .when(new ShowGoal(id, match, matched, List.of(p)))
                .expectEvents(shown);
        refused(
                fixture.given(set).when(new ShowGoal(id, match, new Standing(false, p, v, at), List.of(p))),
                GoalRefused.nobodyThere());
        refused(
                fixture.given(set).when(new ShowGoal(id, match, new Standing(false, null, null, at), List.of(p))),
                GoalRefused.nobodyThere());
        ParticipantId other = new ParticipantId(UUID.randomUUID());
        refused(
                fixture.given(set).when(new ShowGoal(id, match, new Standing(true, other, v, at), List.of(p))),
                GoalRefused.nobodyThere());
        refused(
                fixture.given(set, shown).when(new ShowGoal(id, match, matched, List.of(p))),
                GoalRefused.shownAlready());
    }

    @Test
    void isShownAnewToWhoeverComesAfter() {
        MatchId next = new MatchId(UUID.randomUUID());
        VolunteerId w = new VolunteerId(UUID.randomUUID());
        GoalShown anew = new GoalShown(id, p, w, next, HouseLaw.GOAL_SHOWING);
        fixture.given(set, shown)
                .when(new ShowGoal(id, next, new Standing(true, p, w, at), List.of(p)))
                .expectEvents(anew);
        fixture.given(set, shown, anew).when(new ShowGoalNoMore(id)).expectEvents(new GoalShownNoMore(id, p, w, next));
    }

    @Test
    void isTakenBackWithoutAReasonAndAskedOfNobody() {
        fixture.given(set, shown).when(new ShowGoalNoMore(id)).expectEvents(hidden);
        fixture.given(set, shown, letGo).when(new ShowGoalNoMore(id)).expectEvents(hidden);
        refused(fixture.given(set).when(new ShowGoalNoMore(id)), GoalRefused.notShown());
        refused(fixture.given(set, shown, hidden).when(new ShowGoalNoMore(id)), GoalRefused.notShown());
        fixture.given(set, shown, hidden)
                .when(new ShowGoal(id, match, matched, List.of(p)))
                .expectEvents(shown);
    }

    private static void refused(ResultValidator<Goal> result, GoalRefused refusal) {
        result.expectNoEvents().expectException(GoalRefused.class).expectExceptionMessage(refusal.plain());
    }
}
