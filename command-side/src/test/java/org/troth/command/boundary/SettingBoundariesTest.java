package org.troth.command.boundary;

import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.troth.command.record.MemorySealing;
import org.troth.events.BoundaryId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.boundary.BoundaryEvent.BoundaryChanged;
import org.troth.events.boundary.BoundaryEvent.BoundaryDeclined;
import org.troth.events.boundary.BoundaryEvent.BoundaryLifted;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.boundary.BoundaryEvent.Topic;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.recording.Precondition;

class SettingBoundariesTest {

    private final AggregateTestFixture<Boundary> fixture = new AggregateTestFixture<>(Boundary.class);
    private final BoundaryId id = new BoundaryId(UUID.randomUUID());
    private final MatchId match = new MatchId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final Precondition at = new Precondition(match.toString(), 4);
    private final Standing matched = new Standing(true, p, v, at);
    private final Standing over = new Standing(false, p, null, at);
    private final Sealed words = new MemorySealing().seal(Words.BOUNDARY_WORDS, v.value(), "until eight");

    private final BoundarySet set = new BoundarySet(id, match, p, v, Side.VOLUNTEER, v.value(), Topic.HOURS, words);
    private final BoundaryLifted lifted = new BoundaryLifted(id, match, Side.VOLUNTEER);

    @Test
    void holdsForBothFromTheMomentItIsSetInAMatchThatGoesOn() {
        fixture.givenNoPriorActivity()
                .when(new SetBoundary(id, match, matched, Side.VOLUNTEER, Topic.HOURS, words))
                .expectEvents(set);
        fixture.givenNoPriorActivity()
                .when(new SetBoundary(id, match, matched, Side.PARTICIPANT, Topic.STORY, null))
                .expectEvents(new BoundarySet(id, match, p, v, Side.PARTICIPANT, p.value(), Topic.STORY, null));
        refused(
                fixture.givenNoPriorActivity()
                        .when(new SetBoundary(id, match, over, Side.VOLUNTEER, Topic.HOURS, words)),
                BoundaryRefused.notMatched());
    }

    @Test
    void isChangedAndLiftedByItsAuthorOnly() {
        fixture.given(set)
                .when(new ChangeBoundary(id, matched, Side.VOLUNTEER, Topic.PLACE, null))
                .expectEvents(new BoundaryChanged(id, match, Side.VOLUNTEER, v.value(), Topic.PLACE, null));
        fixture.given(set).when(new LiftBoundary(id, matched, Side.VOLUNTEER)).expectEvents(lifted);
        refused(
                fixture.given(set).when(new ChangeBoundary(id, matched, Side.PARTICIPANT, Topic.PLACE, null)),
                BoundaryRefused.notItsAuthor());
        refused(
                fixture.given(set).when(new LiftBoundary(id, matched, Side.PARTICIPANT)),
                BoundaryRefused.notItsAuthor());
        refused(
                fixture.given(set, lifted).when(new LiftBoundary(id, matched, Side.VOLUNTEER)),
                BoundaryRefused.lifted());
        refused(
                fixture.given(set, lifted).when(new ChangeBoundary(id, matched, Side.VOLUNTEER, Topic.PLACE, null)),
                BoundaryRefused.lifted());
        refused(fixture.given(set).when(new LiftBoundary(id, over, Side.VOLUNTEER)), BoundaryRefused.notMatched());
    }

    @Test
    void letsBothSayNoAsOftenAsTheyAreAskedAndAlsoWhenItWasLifted() {
        BoundaryDeclined no = new BoundaryDeclined(id, match, Side.PARTICIPANT);
        fixture.given(set).when(new SayNo(id, matched, Side.PARTICIPANT)).expectEvents(no);
        fixture.given(set, no).when(new SayNo(id, matched, Side.PARTICIPANT)).expectEvents(no);
        fixture.given(set, no, lifted)
                .when(new SayNo(id, matched, Side.VOLUNTEER))
                .expectEvents(new BoundaryDeclined(id, match, Side.VOLUNTEER));
        refused(fixture.given(set).when(new SayNo(id, over, Side.PARTICIPANT)), BoundaryRefused.notMatched());
    }

    @Test
    void letsItsAuthorStandOnItAndStaysAsItIs() {
        BoundaryDeclined no = new BoundaryDeclined(id, match, Side.VOLUNTEER);
        fixture.given(set).when(new SayNo(id, matched, Side.VOLUNTEER)).expectEvents(no);
        fixture.given(set, no)
                .when(new ChangeBoundary(id, matched, Side.VOLUNTEER, Topic.HOURS, words))
                .expectEvents(new BoundaryChanged(id, match, Side.VOLUNTEER, v.value(), Topic.HOURS, words));
        fixture.given(set, no, no)
                .when(new LiftBoundary(id, matched, Side.VOLUNTEER))
                .expectEvents(lifted);
    }

    private static void refused(ResultValidator<Boundary> result, BoundaryRefused refusal) {
        result.expectNoEvents().expectException(BoundaryRefused.class).expectExceptionMessage(refusal.plain());
    }
}
