package org.troth.command.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.events.Fact;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerEvent.VolunteerAvailabilityStated;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCapacityChanged;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCorrected;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;
import org.troth.events.volunteer.VolunteerEvent.VolunteerRegistered;
import org.troth.events.volunteer.VolunteerStanding.Standing;

class KeepingVolunteersTest {

    private static final LocalDate JUNE = LocalDate.parse("2026-06-30");

    private final AggregateTestFixture<Volunteer> fixture = new AggregateTestFixture<>(Volunteer.class);
    private final VolunteerId id = new VolunteerId(UUID.randomUUID());
    private final Sealed name = new MemorySealing().seal(Words.VOLUNTEER_NAME, id.value(), "a name");
    private final Sealed contact = new MemorySealing().seal(Words.VOLUNTEER_CONTACT, id.value(), "a way");
    private final VolunteerRegistered registered = registered(2);
    private final VolunteerQualifiedUntil qualified =
            new VolunteerQualifiedUntil(id, JUNE, HouseLaw.VOLUNTEER_QUALIFICATION);

    private VolunteerRegistered registered(int capacity) {
        return new VolunteerRegistered(id, name, contact, null, List.of("housing"), List.of("en"), capacity);
    }

    private RegisterVolunteer register(int capacity) {
        return new RegisterVolunteer(id, name, contact, null, List.of("housing"), List.of("en"), capacity);
    }

    @Test
    void keepsTheLastAnswerAboutTimesAndAddsNothingForTheSameOne() {
        VolunteerAvailabilityStated evenings = new VolunteerAvailabilityStated(id, List.of("weekday-evening"));
        fixture.given(registered)
                .when(new StateAvailability(id, List.of("weekday-evening")))
                .expectEvents(evenings);
        fixture.given(registered, evenings)
                .when(new StateAvailability(id, List.of("weekday-evening")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(registered, evenings)
                .when(new StateAvailability(id, List.of()))
                .expectEvents(new VolunteerAvailabilityStated(id, List.of()));
    }

    /** At any time and beside what stood before; languages that are the same say nothing. */
    @Test
    void isPutRightInWhatIsSaidAndStaysAsItWasInWhatIsNot() {
        Sealed newName = new MemorySealing().seal(Words.VOLUNTEER_NAME, id.value(), "another name");
        VolunteerCorrected named =
                new VolunteerCorrected(id, "has-changed", newName, null, null, false, HouseLaw.VOLUNTEER_CORRECTION);
        VolunteerCorrected spoken = new VolunteerCorrected(
                id, "written-wrong", null, List.of("es"), null, false, HouseLaw.VOLUNTEER_CORRECTION);
        fixture.given(registered)
                .when(new CorrectVolunteer(id, "has-changed", newName, List.of("en"), null, false))
                .expectEvents(named);
        fixture.given(registered, named)
                .when(new CorrectVolunteer(id, "written-wrong", null, List.of("es"), null, false))
                .expectEvents(spoken);
        refused(
                fixture.given(registered, spoken)
                        .when(new CorrectVolunteer(id, "written-wrong", null, List.of("es"), null, false)),
                VolunteerRefused.nothingCorrected());
        refused(
                fixture.given(registered).when(new CorrectVolunteer(id, "written-wrong", null, null, null, false)),
                VolunteerRefused.nothingCorrected());
    }

    /** Taken out again, nothing is added; written anew, it can be taken out anew. */
    @Test
    void changesHowTheyAreReachedAndTakesItOut() {
        VolunteerCorrected written =
                new VolunteerCorrected(id, "has-changed", null, null, contact, false, HouseLaw.VOLUNTEER_CORRECTION);
        VolunteerCorrected taken =
                new VolunteerCorrected(id, "has-changed", null, null, null, true, HouseLaw.VOLUNTEER_CORRECTION);
        CorrectVolunteer write = new CorrectVolunteer(id, "has-changed", null, null, contact, false);
        CorrectVolunteer take = new CorrectVolunteer(id, "has-changed", null, null, null, true);
        fixture.given(registered).when(write).expectEvents(written);
        fixture.given(registered).when(take).expectEvents(taken);
        fixture.given(registered, taken, written).when(take).expectEvents(taken);
        refused(fixture.given(registered, taken).when(take), VolunteerRefused.nothingCorrected());
    }

    @Test
    void registersWithRoomForNoneUpToTwenty() {
        fixture.givenNoPriorActivity().when(register(0)).expectEvents(registered(0));
        fixture.givenNoPriorActivity().when(register(20)).expectEvents(registered(20));
        refused(fixture.givenNoPriorActivity().when(register(21)), VolunteerRefused.capacityOutOfBounds());
        refused(fixture.givenNoPriorActivity().when(register(-1)), VolunteerRefused.capacityOutOfBounds());
    }

    @Test
    void changesTheCapacityWithinBoundsToAnotherNumber() {
        fixture.given(registered).when(new ChangeCapacity(id, 5)).expectEvents(new VolunteerCapacityChanged(id, 5));
        refused(fixture.given(registered).when(new ChangeCapacity(id, 2)), VolunteerRefused.sameCapacity());
        refused(fixture.given(registered).when(new ChangeCapacity(id, 21)), VolunteerRefused.capacityOutOfBounds());
    }

    @Test
    void qualifiesUntilADayThatMayBeLaterOrEarlierThanBefore() {
        fixture.given(registered).when(new QualifyVolunteer(id, JUNE)).expectEvents(qualified);
        fixture.given(registered, qualified)
                .when(new QualifyVolunteer(id, JUNE.minusYears(1)))
                .expectEvents(new VolunteerQualifiedUntil(id, JUNE.minusYears(1), HouseLaw.VOLUNTEER_QUALIFICATION));
        refused(
                fixture.given(registered, qualified).when(new QualifyVolunteer(id, JUNE)),
                VolunteerRefused.sameLastDay());
    }

    @Test
    void answersFromTheStreamWhetherTheyMayTakeSomebodyOn() {
        MemoryRecord record = new MemoryRecord(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        RecordedVolunteerStanding standing = new RecordedVolunteerStanding(record);
        assertThat(standing.of(id, JUNE)).isEqualTo(new Standing(false, false, 0, new Precondition(id.toString(), -1)));

        append(record, 0, registered);
        assertThat(standing.of(id, JUNE)).isEqualTo(new Standing(true, false, 2, new Precondition(id.toString(), 0)));

        append(record, 1, qualified);
        append(record, 2, new VolunteerCapacityChanged(id, 3));
        Precondition precondition = new Precondition(id.toString(), 2);
        assertThat(standing.of(id, JUNE)).isEqualTo(new Standing(true, true, 3, precondition));
        assertThat(standing.of(id, JUNE.plusDays(1))).isEqualTo(new Standing(true, false, 3, precondition));
    }

    private void append(MemoryRecord record, long sequence, Fact fact) {
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact("Volunteer", id.toString(), sequence, fact)));
    }

    private static void refused(ResultValidator<Volunteer> result, VolunteerRefused refusal) {
        result.expectNoEvents().expectException(VolunteerRefused.class).expectExceptionMessage(refusal.plain());
    }
}
