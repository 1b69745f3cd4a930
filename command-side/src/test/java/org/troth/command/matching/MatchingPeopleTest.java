package org.troth.command.matching;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.command.law.HouseLaw;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchAccepted;
import org.troth.events.matching.MatchingEvent.MatchDeclined;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequestClosed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.MatchingEvent.ProposalTakenBack;
import org.troth.events.matching.MatchingEvent.RequestDeclined;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.participant.Enrolment;
import org.troth.events.recording.Precondition;
import org.troth.events.volunteer.VolunteerStanding.Standing;

class MatchingPeopleTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private final AggregateTestFixture<Match> fixture = fixture();
    private final MatchId id = new MatchId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final VolunteerId w = new VolunteerId(UUID.randomUUID());
    private final Precondition at = new Precondition("x", 3);
    private final Standing fit = new Standing(true, true, 2, at);
    private final Standing lapsed = new Standing(true, false, 2, at);

    private final MatchRequested requested = new MatchRequested(id, p);
    private final MatchProposed proposed = new MatchProposed(id, p, v, List.of("same-matter"), HouseLaw.MATCH_PROPOSAL);
    private final MatchAccepted byParticipant = new MatchAccepted(id, p, v, Side.PARTICIPANT);
    private final MatchAccepted byVolunteer = new MatchAccepted(id, p, v, Side.VOLUNTEER);
    private final MatchStarted started = new MatchStarted(id, p, v, HouseLaw.MATCH_START);
    private final MatchEnded ended = new MatchEnded(id, p, v, EndReason.SUPPORT_COMPLETE);
    private final MatchRequestClosed closed = new MatchRequestClosed(id, p);
    private final MatchDeclined declined = new MatchDeclined(id, p, v, Side.PARTICIPANT);

    private static AggregateTestFixture<Match> fixture() {
        AggregateTestFixture<Match> fixture = new AggregateTestFixture<>(Match.class);
        fixture.registerInjectableResource(Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC));
        return fixture;
    }

    private TestExecutor<Match> givenStarted(Object... more) {
        List<Object> facts = new ArrayList<>(List.of(requested, proposed, byParticipant, byVolunteer, started));
        facts.addAll(List.of(more));
        return fixture.given(facts);
    }

    private ProposeVolunteer propose(VolunteerId volunteer, Standing standing, boolean room, boolean parted) {
        return new ProposeVolunteer(id, volunteer, standing, room, parted, false, List.of("same-matter"));
    }

    private AcceptMatch accept(Side side, Standing standing, boolean room) {
        return new AcceptMatch(id, side, standing, room, true, true);
    }

    @Test
    void isForThoseWhoAreEnrolledAndWhoseSupportHasNotEndedAndNeedsNoConsent() {
        fixture.givenNoPriorActivity()
                .when(new RequestMatch(id, p, new Enrolment.Standing(true, true, at)))
                .expectEvents(requested);
        for (Enrolment.Standing not :
                List.of(new Enrolment.Standing(false, false, at), new Enrolment.Standing(true, false, at))) {
            refused(fixture.givenNoPriorActivity().when(new RequestMatch(id, p, not)), MatchRefused.notEnrolled());
        }
    }

    @Test
    void proposesAQualifiedVolunteerWithRoomNamingItsLaw() {
        fixture.given(requested).when(propose(v, fit, true, false)).expectEvents(proposed);
        refused(
                fixture.given(requested).when(propose(v, new Standing(false, false, 0, at), false, false)),
                MatchRefused.notRegistered());
        refused(fixture.given(requested).when(propose(v, lapsed, true, false)), MatchRefused.notQualified());
        refused(fixture.given(requested).when(propose(v, fit, false, false)), MatchRefused.noRoom());
    }

    @Test
    void proposesOneVolunteerAtATime() {
        refused(fixture.given(requested, proposed).when(propose(w, fit, true, false)), MatchRefused.alreadyProposed());
        refused(givenStarted().when(propose(w, fit, true, false)), MatchRefused.alreadyStarted());
        refused(givenStarted(ended).when(propose(w, fit, true, false)), MatchRefused.ended());
        refused(fixture.given(requested, closed).when(propose(w, fit, true, false)), MatchRefused.requestClosed());
    }

    @Test
    void neverProposesAgainWhoDeclinedOrParted() {
        refused(fixture.given(requested).when(propose(v, fit, true, true)), MatchRefused.notSuitable());
        refused(
                fixture.given(requested, proposed, declined).when(propose(v, fit, true, false)),
                MatchRefused.notSuitable());
        fixture.given(requested, proposed, declined)
                .when(propose(w, fit, true, false))
                .expectEvents(new MatchProposed(id, p, w, List.of("same-matter"), HouseLaw.MATCH_PROPOSAL));
    }

    @Test
    void takesAProposalBackWhenTheTwoTurnOutNotToBeSuitable() {
        ProposalTakenBack back = new ProposalTakenBack(id, p, v, HouseLaw.MATCH_CONFLICT);
        for (Side side : Side.values()) {
            fixture.given(requested, proposed)
                    .when(new AcceptMatch(id, side, fit, true, false, true))
                    .expectEvents(back);
        }
        fixture.given(requested, proposed, byVolunteer)
                .when(new AcceptMatch(id, Side.PARTICIPANT, lapsed, false, false, true))
                .expectEvents(back);
        refused(
                fixture.given(requested, proposed, back).when(accept(Side.VOLUNTEER, fit, true)),
                MatchRefused.nothingProposed());
        fixture.given(requested, proposed, byParticipant, back)
                .when(propose(v, fit, true, false))
                .expectEvents(proposed);
        refused(
                givenStarted().when(new AcceptMatch(id, Side.VOLUNTEER, fit, true, false, true)),
                MatchRefused.alreadyStarted());
    }

    @Test
    void startsWhenBothHaveAcceptedInEitherOrder() {
        fixture.given(requested, proposed)
                .when(accept(Side.PARTICIPANT, fit, false))
                .expectEvents(byParticipant);
        fixture.given(requested, proposed, byParticipant)
                .when(accept(Side.VOLUNTEER, fit, true))
                .expectEvents(byVolunteer, started);
        fixture.given(requested, proposed)
                .when(accept(Side.VOLUNTEER, fit, true))
                .expectEvents(byVolunteer);
        fixture.given(requested, proposed, byVolunteer)
                .when(accept(Side.PARTICIPANT, fit, false))
                .expectEvents(byParticipant, started);
    }

    @Test
    void asksAgainAtTheAcceptanceWhetherTheVolunteerMayTakeSomebodyOn() {
        refused(
                fixture.given(requested, proposed).when(accept(Side.VOLUNTEER, lapsed, true)),
                MatchRefused.notQualified());
        refused(fixture.given(requested, proposed).when(accept(Side.VOLUNTEER, fit, false)), MatchRefused.noRoom());
    }

    @Test
    void isAcceptedByAVolunteerWhoHasReadTheCharterAndByAParticipantInAnyCase() {
        refused(
                fixture.given(requested, proposed).when(new AcceptMatch(id, Side.VOLUNTEER, fit, true, true, false)),
                MatchRefused.charterFirst());
        fixture.given(requested, proposed)
                .when(new AcceptMatch(id, Side.PARTICIPANT, fit, false, true, false))
                .expectEvents(byParticipant);
    }

    @Test
    void doesNotTellTheParticipantWhyItCannotBegin() {
        refused(
                fixture.given(requested, proposed, byVolunteer).when(accept(Side.PARTICIPANT, lapsed, false)),
                MatchRefused.cannotBegin());
        fixture.given(requested, proposed)
                .when(accept(Side.PARTICIPANT, lapsed, false))
                .expectEvents(byParticipant);
    }

    @Test
    void isAcceptedOnceByEachSide() {
        refused(
                fixture.given(requested, proposed, byParticipant).when(accept(Side.PARTICIPANT, fit, false)),
                MatchRefused.alreadyAccepted());
        refused(fixture.given(requested).when(accept(Side.VOLUNTEER, fit, true)), MatchRefused.nothingProposed());
        refused(givenStarted().when(accept(Side.VOLUNTEER, fit, true)), MatchRefused.alreadyStarted());
        refused(givenStarted(ended).when(accept(Side.VOLUNTEER, fit, true)), MatchRefused.ended());
    }

    @Test
    void isDeclinedByEitherSideWithoutAReasonAndIsOpenAgain() {
        DeclineMatch decline = new DeclineMatch(id, Side.VOLUNTEER);
        fixture.given(requested, proposed, byParticipant)
                .when(decline)
                .expectEvents(new MatchDeclined(id, p, v, Side.VOLUNTEER));
        refused(fixture.given(requested, proposed, declined).when(decline), MatchRefused.nothingProposed());
        refused(givenStarted().when(decline), MatchRefused.alreadyStarted());
        fixture.given(
                        requested,
                        proposed,
                        byParticipant,
                        declined,
                        new MatchProposed(id, p, w, List.of(), HouseLaw.MATCH_PROPOSAL))
                .when(accept(Side.VOLUNTEER, fit, true))
                .expectEvents(new MatchAccepted(id, p, w, Side.VOLUNTEER));
    }

    @Test
    void grantsAChangeToEitherSideWithAClockAndNeverRefusesIt() {
        ChangeAsked asked = new ChangeAsked(
                id, p, v, Side.PARTICIPANT, TODAY.plusDays(HouseLaw.CHANGE_DAYS), HouseLaw.MATCH_CHANGE);
        givenStarted().when(new AskForChange(id, Side.PARTICIPANT)).expectEvents(asked);
        givenStarted(asked)
                .when(new AskForChange(id, Side.VOLUNTEER))
                .expectEvents(new ChangeAsked(
                        id, p, v, Side.VOLUNTEER, TODAY.plusDays(HouseLaw.CHANGE_DAYS), HouseLaw.MATCH_CHANGE));
        givenStarted(asked)
                .when(new AskForChange(id, Side.PARTICIPANT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused(fixture.given(requested).when(new AskForChange(id, Side.PARTICIPANT)), MatchRefused.notStarted());
        refused(givenStarted(ended).when(new AskForChange(id, Side.PARTICIPANT)), MatchRefused.ended());
    }

    @Test
    void grantsTheSamePastTheCoordinatorWhateverWasAskedOfTheCoordinator() {
        SecondContactAsked asked = new SecondContactAsked(
                id, p, v, Side.PARTICIPANT, TODAY.plusDays(HouseLaw.CHANGE_DAYS), HouseLaw.MATCH_SECOND_CONTACT);
        ChangeAsked before = new ChangeAsked(id, p, v, Side.PARTICIPANT, TODAY.plusDays(3), HouseLaw.MATCH_CHANGE);
        givenStarted().when(new AskSecondContact(id, Side.PARTICIPANT)).expectEvents(asked);
        givenStarted(before).when(new AskSecondContact(id, Side.PARTICIPANT)).expectEvents(asked);
        givenStarted(asked)
                .when(new AskSecondContact(id, Side.PARTICIPANT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        givenStarted(asked)
                .when(new AskForChange(id, Side.PARTICIPANT))
                .expectEvents(new ChangeAsked(
                        id, p, v, Side.PARTICIPANT, TODAY.plusDays(HouseLaw.CHANGE_DAYS), HouseLaw.MATCH_CHANGE));
        refused(
                fixture.given(requested, proposed).when(new AskSecondContact(id, Side.PARTICIPANT)),
                MatchRefused.notStarted());
        refused(givenStarted(ended).when(new AskSecondContact(id, Side.VOLUNTEER)), MatchRefused.ended());
    }

    @Test
    void isOverdueOnceAndOnlyAfterTheEarliestDayHasPassed() {
        ChangeAsked due = new ChangeAsked(id, p, v, Side.PARTICIPANT, TODAY, HouseLaw.MATCH_CHANGE);
        ChangeAsked passed = new ChangeAsked(id, p, v, Side.VOLUNTEER, TODAY.minusDays(1), HouseLaw.MATCH_CHANGE);
        ChangeOverdue overdue = new ChangeOverdue(id, p, v, TODAY.minusDays(1), HouseLaw.MATCH_CHANGE_OVERDUE);
        NoteChangeOverdue note = new NoteChangeOverdue(id);
        givenStarted(due, passed).when(note).expectEvents(overdue);
        givenStarted(passed, due).when(note).expectEvents(overdue);
        refused(givenStarted(due).when(note), MatchRefused.notOverdue());
        refused(givenStarted().when(note), MatchRefused.notOverdue());
        refused(givenStarted(passed, overdue).when(note), MatchRefused.notOverdue());
        refused(givenStarted(passed, ended).when(note), MatchRefused.ended());
    }

    @Test
    void endsOnceAfterItStarted() {
        EndMatch end = new EndMatch(id, EndReason.SUPPORT_COMPLETE);
        givenStarted().when(end).expectEvents(ended);
        refused(givenStarted(ended).when(end), MatchRefused.ended());
        refused(fixture.given(requested, proposed).when(end), MatchRefused.notStarted());
        refused(fixture.given(requested, closed).when(end), MatchRefused.requestClosed());
    }

    /** Ended as anything else nobody would be told, and nobody looked for any more. Whose support ends is let go at once. */
    @ParameterizedTest
    @EnumSource(EndReason.class)
    void endsAsWhatWasAskedForAndAsNothingElse(EndReason reason) {
        ChangeAsked asked =
                new ChangeAsked(id, p, v, Side.PARTICIPANT, LocalDate.of(2026, 12, 5), HouseLaw.MATCH_CHANGE);
        EndMatch end = new EndMatch(id, reason);
        if (reason == EndReason.CHANGE_ARRANGED || reason == EndReason.SUPPORT_ENDED) {
            givenStarted(asked).when(end).expectEvents(new MatchEnded(id, p, v, reason));
        } else {
            refused(givenStarted(asked).when(end), MatchRefused.changeAsked());
        }
    }

    @Test
    void closesARequestAtAnyTimeBeforeTheStart() {
        CloseMatchRequest close = new CloseMatchRequest(id);
        fixture.given(requested).when(close).expectEvents(closed);
        fixture.given(requested, proposed, byVolunteer).when(close).expectEvents(closed);
        refused(givenStarted().when(close), MatchRefused.alreadyStarted());
        refused(givenStarted(ended).when(close), MatchRefused.ended());
        refused(fixture.given(requested, closed).when(close), MatchRefused.requestClosed());
    }

    private static void refused(ResultValidator<Match> result, MatchRefused refusal) {
        result.expectNoEvents().expectException(MatchRefused.class).expectExceptionMessage(refusal.plain());
    }

    @Test
    void takesANoOfEitherSideAsOftenAsItIsSaidAndChangesNothingElse() {
        for (Side side : Side.values()) {
            RequestDeclined no = new RequestDeclined(id, p, v, side, HouseLaw.NO);
            givenStarted(no).when(new SayNoToRequest(id, side)).expectEvents(no);
        }
        refused(givenStarted(ended).when(new SayNoToRequest(id, Side.PARTICIPANT)), MatchRefused.ended());
        refused(
                fixture.given(requested, proposed).when(new SayNoToRequest(id, Side.VOLUNTEER)),
                MatchRefused.notStarted());
    }
}
