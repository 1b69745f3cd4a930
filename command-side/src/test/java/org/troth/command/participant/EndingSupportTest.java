package org.troth.command.participant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemorySealing;
import org.troth.events.ParticipantId;
import org.troth.events.confidential.Words;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.FollowUpChosen;
import org.troth.events.participant.ParticipantEvent.FollowUpDropped;
import org.troth.events.participant.ParticipantEvent.FollowUpMade;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.OtherSupport;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.PowerImbalance;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.participant.ParticipantEvent.Suitability;
import org.troth.events.participant.ParticipantEvent.SuitabilityAssessed;
import org.troth.events.participant.ParticipantEvent.Urgency;
import org.troth.events.participant.ParticipantEvent.WaitingListJoined;

class EndingSupportTest {

    /** It is the twenty-second in the programme already. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneId.of("Pacific/Auckland"));

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final AggregateTestFixture<Participant> fixture = new AggregateTestFixture<>(Participant.class);
    private final ParticipantId id = new ParticipantId(UUID.randomUUID());
    private final MemorySealing sealing = new MemorySealing();

    private final EnquiryReceived enquiry = new EnquiryReceived(id, "housing", "en", null);
    private final IntakeCompleted intake = new IntakeCompleted(
            id, sealing.seal(Words.PARTICIPANT_NAME, id.value(), "a name"), "housing", "en", List.of(), null);
    private final ParticipantEnrolled enrolled = new ParticipantEnrolled(id, HouseLaw.ENROLMENT);
    private final SafeContactChosen phone = new SafeContactChosen(
            id, ContactChannel.PHONE, sealing.seal(Words.PARTICIPANT_CONTACT, id.value(), "an address"), null);
    private final CaseClosed closed = new CaseClosed(id, "their-wish", HouseLaw.CASE_CLOSING);
    private final CaseReopened reopened = new CaseReopened(id, HouseLaw.CASE_REOPENING);
    private final FollowUpDropped dropped = new FollowUpDropped(id);
    private final FollowUpMade made = new FollowUpMade(id, "talked", HouseLaw.FOLLOW_UP);

    private final CloseCase close = new CloseCase(id, "their-wish");
    private final ReopenCase reopen = new ReopenCase(id);
    private final DropFollowUp drop = new DropFollowUp(id);
    private final NoteFollowUp note = new NoteFollowUp(id, "talked");

    @BeforeEach
    void itIsToday() {
        fixture.registerInjectableResource(CLOCK);
    }

    private TestExecutor<Participant> supported(Object... then) {
        return fixture.given(enquiry, intake, phone, enrolled).andGiven(then);
    }

    private ChooseFollowUp choose(LocalDate from) {
        return new ChooseFollowUp(id, from, ContactChannel.PHONE);
    }

    private FollowUpChosen chosen(LocalDate from) {
        return new FollowUpChosen(id, from, ContactChannel.PHONE, HouseLaw.FOLLOW_UP);
    }

    @Test
    void happensOnceNeedsNoConsentAndNamesItsLaw() {
        supported().when(close).expectEvents(closed);
        refused(supported(closed).when(close), ParticipantRefused.supportEnded());
        supported(closed, reopened).when(close).expectEvents(closed);
    }

    @Test
    void isForThoseWhoseSupportHasBegun() {
        refused(fixture.given(enquiry).when(close), ParticipantRefused.supportNotBegun());
        refused(fixture.given(enquiry, intake).when(close), ParticipantRefused.supportNotBegun());
        refused(supported().when(reopen), ParticipantRefused.supportNotEnded());
        refused(fixture.given(enquiry, intake).when(reopen), ParticipantRefused.supportNotEnded());
    }

    @Test
    void canBeginAgainAnyNumberOfTimesWithoutAnotherIntake() {
        supported(closed).when(reopen).expectEvents(reopened);
        supported(closed, reopened, closed).when(reopen).expectEvents(reopened);
        refused(supported(closed, reopened).when(new EnrolParticipant(id)), ParticipantRefused.alreadyEnrolled());
    }

    @Test
    void leavesTheWaitingListWithoutForgettingWhatWasWeighed() {
        SuitabilityAssessed suitable = new SuitabilityAssessed(
                id,
                Suitability.SUITABLE,
                "fits-our-work",
                OtherSupport.SOME,
                PowerImbalance.NOT_SAID,
                HouseLaw.TRIAGE_SUITABILITY);
        WaitingListJoined waiting = new WaitingListJoined(id, Urgency.SOON, null, HouseLaw.TRIAGE_WAITING);
        JoinWaitingList join = new JoinWaitingList(id, Urgency.SOON, null);
        refused(supported(suitable, waiting, closed).when(join), ParticipantRefused.supportEnded());
        supported(suitable, waiting, closed, reopened).when(join).expectEvents(waiting);
    }

    @Test
    void letsNothingGoOnButTheSafetyOfTheWaysToReachThem() {
        AssessSuitability assess = new AssessSuitability(
                id, Suitability.SUITABLE, "fits-our-work", OtherSupport.SOME, PowerImbalance.FELT);
        refused(supported(closed).when(assess), ParticipantRefused.supportEnded());
        refused(
                supported(closed).when(new StateAvailability(id, List.of("weekend-morning"))),
                ParticipantRefused.supportEnded());
        refused(supported(closed).when(new CloseEnquiry(id, "other-help")), ParticipantRefused.noLongerAnEnquiry());
        supported(closed)
                .when(new ChooseSafeContact(id, ContactChannel.PHONE, phone.address(), null))
                .expectEvents(phone);
        supported(closed)
                .when(new MarkContactUnsafe(id, ContactChannel.PHONE))
                .expectEvents(new ContactMarkedUnsafe(id, ContactChannel.PHONE));
    }

    @Test
    void isFollowedByAQuestionOnlyWhereItWasWishedBySafeWay() {
        LocalDate day = TODAY.plusDays(30);
        supported().when(choose(day)).expectEvents(chosen(day));
        supported(closed).when(choose(day)).expectEvents(chosen(day));
        supported(chosen(day)).when(choose(day)).expectNoEvents();
        supported(chosen(day)).when(choose(day.plusDays(1))).expectEvents(chosen(day.plusDays(1)));
        refused(fixture.given(enquiry, intake, phone).when(choose(day)), ParticipantRefused.supportNotBegun());
        refused(supported().when(new ChooseFollowUp(id, day, ContactChannel.EMAIL)), ParticipantRefused.wayNotSafe());
        refused(
                supported(new ContactMarkedUnsafe(id, ContactChannel.PHONE)).when(choose(day)),
                ParticipantRefused.wayNotSafe());
        refused(supported(closed).when(note), ParticipantRefused.nothingWished());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 367})
    void isFollowedByAQuestionOnADayToComeWithinAYear(int days) {
        refused(supported().when(choose(TODAY.plusDays(days))), ParticipantRefused.followUpOutOfTime());
    }

    @Test
    void isFollowedByOneQuestionNotBeforeItsDayAndNotWhileSupportGoesOn() {
        supported(chosen(TODAY), closed).when(note).expectEvents(made);
        refused(supported(chosen(TODAY.plusDays(1)), closed).when(note), ParticipantRefused.followUpEarly());
        refused(supported(chosen(TODAY)).when(note), ParticipantRefused.supportNotEnded());
        refused(supported(chosen(TODAY), closed, made).when(note), ParticipantRefused.nothingWished());
        refused(supported(chosen(TODAY), closed, dropped).when(note), ParticipantRefused.nothingWished());
    }

    @Test
    void dropsTheWishWhenItIsTakenBackWhenItsWayIsUnsafeAndWhenSupportBeginsAgain() {
        FollowUpChosen wish = chosen(TODAY.plusDays(30));
        supported(wish, closed).when(drop).expectEvents(dropped);
        refused(supported(closed).when(drop), ParticipantRefused.nothingWished());
        supported(wish, closed)
                .when(new MarkContactUnsafe(id, ContactChannel.PHONE))
                .expectEvents(new ContactMarkedUnsafe(id, ContactChannel.PHONE), dropped);
        supported(wish, closed)
                .when(new MarkContactUnsafe(id, ContactChannel.POST))
                .expectEvents(new ContactMarkedUnsafe(id, ContactChannel.POST));
        supported(wish, closed).when(reopen).expectEvents(reopened, dropped);
        supported(wish, closed, reopened, dropped, closed).when(drop).expectException(ParticipantRefused.class);
    }

    private static void refused(ResultValidator<Participant> result, ParticipantRefused refusal) {
        result.expectNoEvents().expectException(ParticipantRefused.class).expectExceptionMessage(refusal.plain());
    }
}
