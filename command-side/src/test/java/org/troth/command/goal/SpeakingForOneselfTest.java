package org.troth.command.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.goal.GoalRequest.GoalEdit;
import org.troth.command.goal.GoalRequest.GoalShowing;
import org.troth.command.goal.GoalRequest.NewGoal;
import org.troth.command.goal.GoalRequest.NewRating;
import org.troth.command.record.JoinedRecords;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.events.GoalId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.goal.GoalEvent;
import org.troth.events.goal.GoalEvent.GoalRated;
import org.troth.events.goal.GoalEvent.GoalReworded;
import org.troth.events.goal.GoalEvent.GoalSet;
import org.troth.events.goal.GoalEvent.GoalShown;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;

/** S1-20, S3-36: nobody speaks for somebody else about what they want, whatever they were told. */
class SpeakingForOneselfTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Goal.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final MatchId match = new MatchId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private boolean started = true;
    private final GoalDesk desk = new GoalDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            asked -> asked.equals(match)
                    ? new Standing(started, p, v, new Precondition(match.toString(), -1))
                    : new Standing(false, null, null, new Precondition(asked.toString(), -1)),
            record,
            new MemorySealing());
    private final RecordedGoals shown = new RecordedGoals(record);
    private final Asked self = People.participant(p.value());

    @BeforeEach
    void enquire() {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", p.toString(), 0, new EnquiryReceived(p, "housing", "en", null))));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private GoalId goal() {
        return new GoalId(UUID.fromString(
                desk.set(self, new NewGoal("confidence", "open my post")).answer()));
    }

    @Test
    void sealsTheWordsForTheParticipantAlone() {
        GoalId goal = goal();
        desk.reword(self, goal, new GoalEdit(null, "open it myself"));

        assertThat(record.facts(GoalSet.class)).singleElement().satisfies(fact -> {
            assertThat(fact.participant()).isEqualTo(p);
            assertThat(fact.words().owner()).isEqualTo(p.value());
            assertThat(MemorySealing.peek(fact.words())).isEqualTo("open my post");
            assertThat(fact.about()).isEqualTo("confidence");
        });
        assertThat(record.facts(GoalReworded.class)).singleElement().satisfies(fact -> {
            assertThat(MemorySealing.peek(fact.words())).isEqualTo("open it myself");
            assertThat(fact.about()).isNull();
        });
    }

    @Test
    void hearsNobodyElseAndAnswersAsIfThereWereNothing() {
        GoalId goal = goal();
        int facts = record.facts(GoalEvent.class).size();
        for (Asked other : List.of(
                People.coordinator(),
                People.volunteer(v.value()),
                People.participant(UUID.randomUUID()),
                // Their own person, and yet not in the role in which one speaks for oneself.
                People.asks(p.value(), Role.COORDINATOR))) {
            for (GoalId each : List.of(goal, new GoalId(UUID.randomUUID()))) {
                for (Function<GoalId, Outcome> act : acts(other)) {
                    assertThatThrownBy(() -> act.apply(each)).isInstanceOf(NotOnRecord.class);
                }
            }
            assertThatThrownBy(() -> desk.mayOpenForm(other, "GET /goals/{id}/rating", goal))
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThat(record.facts(GoalEvent.class)).hasSize(facts);
        assertThat(disclosing.refusals())
                .contains(
                        "POST /goals/{id}/rating " + p.value() + " goal-own-voice",
                        "POST /goals/{id}/rating null goal-own-voice")
                .hasSize(4 * (2 * 7 + 1));
    }

    private List<Function<GoalId, Outcome>> acts(Asked asked) {
        return List.of(
                goal -> desk.reword(asked, goal, new GoalEdit(null, "theirs")),
                goal -> desk.rate(asked, goal, new NewRating("9")),
                goal -> desk.reach(asked, goal),
                goal -> desk.letGo(asked, goal),
                goal -> desk.takeUpAgain(asked, goal),
                goal -> desk.show(asked, goal, new GoalShowing(match.toString())),
                goal -> desk.showNoMore(asked, goal));
    }

    @Test
    void letsNobodySetAGoalForSomebodyElse() {
        NewGoal said = new NewGoal(null, "be on time");
        for (Asked other : List.of(People.coordinator(), People.volunteer(v.value()))) {
            assertThatThrownBy(() -> desk.set(other, said)).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.mayOpenForm(other, "GET /goals/new")).isInstanceOf(NotOnRecord.class);
        }
        // Somebody of whom there is no record has no goal.
        assertThatThrownBy(() -> desk.set(People.participant(UUID.randomUUID()), said))
                .isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(GoalSet.class)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "11", "4.5", "a lot", "99999999999"})
    void takesNoNumberThatIsNotOnTheScale(@Nullable String rating) {
        GoalId goal = goal();
        assertThatThrownBy(() -> desk.rate(self, goal, new NewRating(rating)))
                .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
                .satisfies(invalid -> assertThat(invalid.faults())
                        .extracting(Invalid.Fault::field)
                        .containsExactly("rating"));
        assertThat(record.facts(GoalRated.class)).isEmpty();
    }

    @Test
    void takesBothEndsOfTheScale() {
        GoalId goal = goal();
        desk.rate(self, goal, new NewRating("0"));
        desk.rate(self, goal, new NewRating("10"));
        assertThat(record.facts(GoalRated.class)).extracting(GoalRated::rating).containsExactly(0, 10);
    }

    @Test
    void takesNoGoalWithoutWordsAndNoWordAsASort() {
        for (NewGoal said : List.of(
                new NewGoal("confidence", " "), new NewGoal("my-neighbour-sam", "x"), new NewGoal(null, null))) {
            assertThatThrownBy(() -> desk.set(self, said)).isInstanceOf(Invalid.class);
        }
        assertThat(record.facts(GoalSet.class)).isEmpty();
    }

    @Test
    void doesOnceWhatIsSentTwice() {
        String key = UUID.randomUUID().toString();
        NewGoal said = new NewGoal(null, "open my post");
        Outcome first = desk.set(People.withKey(self, key), said);
        Outcome second = desk.set(People.withKey(self, key), said);
        assertThat(second.repeated()).isTrue();
        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(record.facts(GoalSet.class)).hasSize(1);
    }

    @Test
    void answersFromTheGoalsOwnStreamToWhomItIsShown() {
        GoalId goal = goal();
        assertThat(shown.of(goal).isShownIn(match)).isFalse();

        desk.show(self, goal, new GoalShowing(match.toString()));
        assertThat(shown.of(goal).isShownIn(match)).isTrue();
        assertThat(shown.of(goal).isShownIn(new MatchId(UUID.randomUUID()))).isFalse();
        assertThat(shown.of(goal).precondition()).isEqualTo(new Precondition(goal.toString(), 1));

        assertThat(shown.of(goal).words()).isNotNull();
        desk.reword(self, goal, new GoalEdit("home", "stay here"));
        assertThat(shown.of(goal).about()).isEqualTo("home");
        assertThat(shown.of(goal).words())
                .satisfies(words -> assertThat(MemorySealing.peek(words)).isEqualTo("stay here"));

        // Also when the match has ended meanwhile.
        started = false;
        desk.showNoMore(self, goal);
        assertThat(shown.of(goal).isShownIn(match)).isFalse();
        assertThat(shown.of(new GoalId(UUID.randomUUID())).isShownIn(match)).isFalse();
    }

    @Test
    void showsNothingInAMatchThatIsNotTheirs() {
        GoalId goal = goal();
        assertThatThrownBy(() ->
                        desk.show(self, goal, new GoalShowing(UUID.randomUUID().toString())))
                .isInstanceOf(GoalRefused.class);
        started = false;
        assertThatThrownBy(() -> desk.show(self, goal, new GoalShowing(match.toString())))
                .isInstanceOf(GoalRefused.class);
        assertThat(record.facts(GoalShown.class)).isEmpty();
    }

    @Test
    void putsItOnTheRecordThatTheFormSaysWhatTheGoalIsAbout() {
        GoalId goal = goal();
        String route = "GET /goals/{id}/wording";
        assertThat(desk.mayOpenWording(self, PurposeOfUse.PATRQT, route, goal)).isEqualTo("confidence");
        assertThat(disclosing.looks()).hasSize(1);
        desk.reword(self, goal, new GoalEdit("home", "stay here"));
        assertThat(desk.mayOpenWording(self, PurposeOfUse.PATRQT, route, goal)).isEqualTo("home");
        assertThatThrownBy(() -> desk.mayOpenWording(People.coordinator(), PurposeOfUse.COC, route, goal))
                .isInstanceOf(NotOnRecord.class);
        assertThat(disclosing.looks()).hasSize(2);
    }

    @Test
    void showsWhatWasSetUnderAnotherRecordInTheMatchOfTheSamePersonAndOfNobodyElse() {
        ParticipantId before = new ParticipantId(UUID.randomUUID());
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact(
                        "Participant", before.toString(), 0, new EnquiryReceived(before, "housing", "en", null))));
        Asked themselves = People.participant(before.value());
        GoalId goal = new GoalId(UUID.fromString(
                desk.set(themselves, new NewGoal("confidence", "open my post")).answer()));
        GoalShowing inMatch = new GoalShowing(match.toString());
        assertThatThrownBy(() -> desk.show(themselves, goal, inMatch))
                .hasMessage(GoalRefused.nobodyThere().plain());

        JoinedRecords joined = new JoinedRecords(record, before, p);
        record.meanwhile(joined::part);
        assertThatThrownBy(() -> desk.show(themselves, goal, inMatch))
                .hasMessage(GoalRefused.nobodyThere().plain());
        joined.join();
        desk.show(self, goal, inMatch);

        assertThat(record.facts(GoalShown.class)).singleElement().satisfies(fact -> {
            assertThat(fact.participant()).isEqualTo(before);
            assertThat(fact.match()).isEqualTo(match);
        });
    }
}
