package org.troth.command.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.matching.MatchingRequest.MatchAsking;
import org.troth.command.matching.MatchingRequest.MatchSide;
import org.troth.command.matching.MatchingRequest.Proposal;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.Fact;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.conflict.ConflictCheck;
import org.troth.events.consent.LastWord;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchRequestClosed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

class EndingMatchesOfClosedCasesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Match.class);
    private final MemoryRecord record = house.record();
    private final Places places = new Places(MemoryRecord.plainTags(), record);
    private final Enrolment enrolment = participant -> new Enrolment.Standing(
            true, true, new Precondition(participant.toString(), record.lastSequence(participant.toString())));
    private final VolunteerStanding volunteers = (volunteer, day) ->
            new VolunteerStanding.Standing(true, true, 1, new Precondition(volunteer.toString(), -1));
    private final RecordedMatches matches = new RecordedMatches(record);
    private final MatchDesk desk = new MatchDesk(
            house.dispatch(),
            PermitsForTests.of(new MemoryDisclosing(), record),
            matches,
            places,
            enrolment,
            volunteers,
            (participant, volunteer) -> new ConflictCheck.Finding(false, List.of()),
            person -> true,
            (participant, purpose) -> new LastWord.Answer(LastWord.Said.NOTHING, false, List.of()),
            CLOCK);
    private final EndMatchWhenCaseClosed reaction = new EndMatchWhenCaseClosed(record, places, house.dispatch());
    private final Asked coordinator = People.coordinator();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final CaseClosed closed = new CaseClosed(p, "their-wish", HouseLaw.CASE_CLOSING);
    private final String event = UUID.randomUUID().toString();

    EndingMatchesOfClosedCasesTest() {
        add(new EnquiryReceived(p, "housing", "en", null));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private long add(Fact fact) {
        return record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", p.toString(), record.lastSequence(p.toString()) + 1, fact)));
    }

    private MatchId requested() {
        return MatchId.of(
                desk.request(coordinator, new MatchAsking(p.toString())).answer());
    }

    private MatchId proposed() {
        MatchId match = requested();
        desk.propose(coordinator, match, new Proposal(v.toString(), List.of()));
        desk.accept(coordinator, match, new MatchSide("VOLUNTEER"));
        return match;
    }

    private void react(long position) {
        reaction.on(closed, event, new GlobalSequenceTrackingToken(position));
    }

    @Test
    void endsAMatchSayingOfNobodyWhoseWishItWasAndFreesThePlace() {
        MatchId match = proposed();
        desk.accept(coordinator, match, new MatchSide("PARTICIPANT"));
        assertThat(places.free(v, 1)).isEmpty();
        react(add(closed));
        assertThat(record.facts(MatchEnded.class))
                .containsExactly(new MatchEnded(match, p, v, EndReason.SUPPORT_ENDED));
        assertThat(places.free(v, 1)).isPresent();
        assertThat(record.readHolder(places.openMatch(p))).isEmpty();
    }

    @Test
    void letsNobodyWalkBesideThemFromTheMomentOfTheEndOnHoweverLateTheReactionIs() {
        MatchId match = proposed();
        desk.accept(coordinator, match, new MatchSide("PARTICIPANT"));
        assertThat(matches.of(match).started()).isTrue();
        long position = add(closed);
        assertThat(matches.of(match).started()).isFalse();
        add(new CaseReopened(p, HouseLaw.CASE_REOPENING));
        assertThat(matches.of(match).started()).isFalse();
        react(position);
        assertThat(record.facts(MatchEnded.class)).hasSize(1);
    }

    /** Or a volunteer could still correct what they wrote between the end and the reaction to it. */
    @Test
    void endsTheWalkWithSupportHoweverLateTheReactionIs() {
        RecordedWalks walks = new RecordedWalks(record);
        MatchId match = proposed();
        assertThat(walks.walk(match).goesOn()).isFalse();
        desk.accept(coordinator, match, new MatchSide("PARTICIPANT"));
        assertThat(walks.walk(match).goesOn()).isTrue();
        assertThat(walks.walk(match).preconditions())
                .containsExactly(
                        new Precondition(match.toString(), record.lastSequence(match.toString())),
                        new Precondition(p.toString(), record.lastSequence(p.toString())));
        long position = add(closed);
        assertThat(walks.walk(match).goesOn()).isFalse();
        assertThat(walks.walk(match).volunteer()).isEqualTo(v);
        add(new CaseReopened(p, HouseLaw.CASE_REOPENING));
        assertThat(walks.walk(match).goesOn()).isFalse();
        react(position);
        assertThat(walks.walk(match).goesOn()).isFalse();
    }

    @Test
    void answersWhoWalksWithWhomAsLongAsNothingIsAddedToEitherOfTheirRecords() {
        MatchId match = proposed();
        desk.accept(coordinator, match, new MatchSide("PARTICIPANT"));
        assertThat(matches.of(match).preconditions())
                .containsExactlyInAnyOrder(
                        new Precondition(match.toString(), record.lastSequence(match.toString())),
                        new Precondition(p.toString(), record.lastSequence(p.toString())));
        assertThat(matches.change(match).preconditions())
                .isEqualTo(matches.of(match).preconditions());
    }

    @Test
    void closesARequestAndAProposalAndFreesAPlaceThatWasHeldForIt() {
        MatchId match = proposed();
        react(add(closed));
        assertThat(record.facts(MatchRequestClosed.class)).containsExactly(new MatchRequestClosed(match, p));
        assertThat(places.free(v, 1)).isPresent();
    }

    @Test
    void doesNothingTwiceNorWhereNothingIsOpen() {
        long position = add(closed);
        react(position);
        assertThat(record.facts(MatchRequestClosed.class)).isEmpty();
        MatchId match = requested();
        long later = add(closed);
        desk.close(coordinator, match);
        react(later);
        react(later);
        assertThat(record.facts(MatchRequestClosed.class)).hasSize(1);
    }

    @Test
    void leavesAloneWhatWasAskedForAfterSupportBeganAgainHoweverLateItIs() {
        long position = add(closed);
        requested();
        react(position);
        assertThat(record.facts(MatchRequested.class)).hasSize(1);
        assertThat(record.facts(MatchRequestClosed.class)).isEmpty();
    }
}
