package org.troth.command.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.matching.MatchingRequest.MatchAsking;
import org.troth.command.matching.MatchingRequest.MatchEnding;
import org.troth.command.matching.MatchingRequest.MatchSide;
import org.troth.command.matching.MatchingRequest.Proposal;
import org.troth.command.record.JoinedRecords;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.conflict.ConflictCheck;
import org.troth.events.consent.LastWord;
import org.troth.events.matching.MatchInForce;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.MatchAccepted;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.MatchingEvent.ProposalTakenBack;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

class TakingPlacesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Match.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final RecordedMatches matches = new RecordedMatches(record);
    private final Places places = new Places(MemoryRecord.plainTags(), record);
    private final Map<VolunteerId, VolunteerStanding.Standing> standings = new HashMap<>();
    private final Set<VolunteerId> conflicts = new HashSet<>();
    private final Set<UUID> readers = new HashSet<>();
    private final Set<ParticipantId> ended = new HashSet<>();
    private final Enrolment enrolment = participant ->
            new Enrolment.Standing(true, !ended.contains(participant), new Precondition(participant.toString(), 0));
    private final MatchDesk desk = new MatchDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            matches,
            places,
            enrolment,
            (volunteer, day) -> standings.getOrDefault(volunteer, standing(volunteer, false, 0)),
            (participant, volunteer) -> new ConflictCheck.Finding(
                    conflicts.contains(volunteer), List.of(new Precondition("conflicts/" + volunteer, -1))),
            readers::contains,
            (participant, purpose) -> new LastWord.Answer(LastWord.Said.NOTHING, false, List.of()),
            CLOCK);
    private final Asked coordinator = People.coordinator();
    private final VolunteerId v = volunteer(1);

    @AfterEach
    void close() {
        house.close();
    }

    private VolunteerStanding.Standing standing(VolunteerId volunteer, boolean qualified, int capacity) {
        return new VolunteerStanding.Standing(true, qualified, capacity, new Precondition(volunteer.toString(), -1));
    }

    private VolunteerId volunteer(int capacity) {
        VolunteerId id = new VolunteerId(UUID.randomUUID());
        standings.put(id, standing(id, true, capacity));
        readers.add(id.value());
        return id;
    }

    private ParticipantId participant() {
        ParticipantId id = new ParticipantId(UUID.randomUUID());
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", id.toString(), 0, new EnquiryReceived(id, "housing", "en", null))));
        return id;
    }

    private MatchId requested(ParticipantId participant) {
        return MatchId.of(desk.request(coordinator, new MatchAsking(participant.toString()))
                .answer());
    }

    private MatchId proposed(ParticipantId participant, VolunteerId volunteer) {
        MatchId match = requested(participant);
        desk.propose(coordinator, match, new Proposal(volunteer.toString(), List.of()));
        return match;
    }

    private MatchId started(ParticipantId participant, VolunteerId volunteer) {
        MatchId match = proposed(participant, volunteer);
        desk.accept(coordinator, match, new MatchSide("VOLUNTEER"));
        desk.accept(coordinator, match, new MatchSide("PARTICIPANT"));
        return match;
    }

    @Test
    void givesAParticipantOneOpenMatchAtATime() {
        ParticipantId p = participant();
        MatchId first = requested(p);
        assertThatThrownBy(() -> requested(p))
                .hasMessage(MatchRefused.alreadyLooking(false, false).plain());

        desk.close(coordinator, first);
        assertThat(requested(p)).isNotEqualTo(first);
    }

    @Test
    void looksUnderTheRecordThatIsFollowedAndSaysWhereItStands() {
        ParticipantId p = participant();
        ParticipantId before = participant();
        Asked themselves = People.participant(before.value());
        MatchAsking theirs = new MatchAsking(before.toString());
        JoinedRecords joined = new JoinedRecords(record, before, p);
        MatchId first = MatchId.of(desk.request(themselves, theirs).answer());
        assertThat(matches.history(first).participant()).isEqualTo(p);

        assertThatThrownBy(() -> desk.request(themselves, theirs))
                .hasMessage(MatchRefused.alreadyLooking(true, true).plain());
        assertThatThrownBy(() -> requested(before))
                .hasMessage(MatchRefused.alreadyLooking(false, true).plain());
        desk.close(themselves, first);

        record.meanwhile(joined::part);
        MatchId own = MatchId.of(desk.request(themselves, theirs).answer());
        assertThat(matches.history(own).participant()).isEqualTo(before);
        assertThatThrownBy(() -> desk.request(themselves, theirs))
                .hasMessage(MatchRefused.alreadyLooking(true, false).plain());
    }

    @Test
    void letsTwoAcceptOneByOneAndGivesTheSecondNoPlaceThatIsNotThere() {
        MatchId first = started(participant(), v);
        assertThat(record.facts(MatchStarted.class)).hasSize(1);
        assertThat(matches.of(first).started()).isTrue();

        MatchId second = requested(participant());
        assertThatThrownBy(() -> desk.propose(coordinator, second, new Proposal(v.toString(), List.of())))
                .hasMessage(MatchRefused.noRoom().plain());
    }

    @Test
    void refusesTheSecondOfTwoWhoWereProposedTheLastPlace() {
        MatchId first = proposed(participant(), v);
        MatchId second = proposed(participant(), v);
        desk.accept(coordinator, first, new MatchSide("VOLUNTEER"));
        assertThatThrownBy(() -> desk.accept(coordinator, second, new MatchSide("VOLUNTEER")))
                .hasMessage(MatchRefused.noRoom().plain());
        assertThat(record.facts(MatchAccepted.class)).hasSize(1);
    }

    @Test
    void givesThePlaceBackWhenOneDeclinesClosesOrEnds() {
        MatchId declined = proposed(participant(), v);
        desk.accept(coordinator, declined, new MatchSide("VOLUNTEER"));
        desk.decline(coordinator, declined, new MatchSide("PARTICIPANT"));

        MatchId closed = proposed(participant(), v);
        desk.accept(coordinator, closed, new MatchSide("VOLUNTEER"));
        desk.close(coordinator, closed);

        MatchId ended = started(participant(), v);
        desk.end(coordinator, ended, new MatchEnding("SUPPORT_COMPLETE"));

        assertThat(places.free(v, 1)).isPresent();
        assertThat(matches.of(ended))
                .extracting(MatchInForce.Standing::started, MatchInForce.Standing::volunteer)
                .containsExactly(false, null);
    }

    @Test
    void countsPlacesThatWereTakenUnderAGreaterCapacity() {
        VolunteerId two = volunteer(2);
        MatchId first = started(participant(), two);
        started(participant(), two);
        desk.end(coordinator, first, new MatchEnding("SUPPORT_COMPLETE"));

        standings.put(two, standing(two, true, 1));
        MatchId third = requested(participant());
        assertThatThrownBy(() -> desk.propose(coordinator, third, new Proposal(two.toString(), List.of())))
                .hasMessage(MatchRefused.noRoom().plain());
    }

    @Test
    void doesNotOfferTwoToEachOtherAgainAfterOneAskedForAChange() {
        ParticipantId p = participant();
        VolunteerId two = volunteer(2);
        MatchId match = started(p, two);
        desk.askForChange(People.volunteer(two.value()), match, new MatchSide(null));
        desk.askForChange(People.participant(p.value()), match, new MatchSide(null));
        assertThat(record.facts(ChangeAsked.class)).hasSize(2);
        desk.end(coordinator, match, new MatchEnding("CHANGE_ARRANGED"));

        MatchId next = requested(p);
        assertThatThrownBy(() -> desk.propose(coordinator, next, new Proposal(two.toString(), List.of())))
                .hasMessage(MatchRefused.notSuitable().plain());
    }

    @Test
    void answersAConflictLikeAWishAndBeforeItSaysAnythingOfTheVolunteer() {
        VolunteerId lapsedAndFull = new VolunteerId(UUID.randomUUID());
        standings.put(lapsedAndFull, standing(lapsedAndFull, false, 0));
        conflicts.add(lapsedAndFull);
        MatchId match = requested(participant());
        assertThatThrownBy(() -> desk.propose(coordinator, match, new Proposal(lapsedAndFull.toString(), List.of())))
                .hasMessage(MatchRefused.notSuitable().plain())
                .hasMessageContaining("Not suitable: conflict.");
        conflicts.clear();
        assertThatThrownBy(() -> desk.propose(coordinator, match, new Proposal(lapsedAndFull.toString(), List.of())))
                .hasMessage(MatchRefused.notQualified().plain());
    }

    @Test
    void takesAProposalBackAndGivesThePlaceBackWhenAConflictWasNamedSince() {
        MatchId match = proposed(participant(), v);
        desk.accept(People.volunteer(v.value()), match, new MatchSide(null));
        conflicts.add(v);
        desk.accept(coordinator, match, new MatchSide("PARTICIPANT"));
        assertThat(record.facts(ProposalTakenBack.class)).hasSize(1);
        assertThat(record.facts(MatchStarted.class)).isEmpty();
        assertThat(places.free(v, 1)).isPresent();
        desk.propose(coordinator, match, new Proposal(volunteer(1).toString(), List.of()));
    }

    @Test
    void bringsNobodyTogetherWithWhomeverIsSupportedNoLongerThoughTheMatchIsStillOpen() {
        ParticipantId p = participant();
        MatchId match = proposed(p, v);
        desk.accept(People.volunteer(v.value()), match, new MatchSide(null));
        ended.add(p);
        assertThatThrownBy(() -> desk.accept(People.participant(p.value()), match, new MatchSide(null)))
                .hasMessage(MatchRefused.requestClosed().plain());
        assertThat(record.facts(MatchStarted.class)).isEmpty();
        desk.decline(People.participant(p.value()), match, new MatchSide(null));
        assertThatThrownBy(() -> desk.propose(
                        coordinator, match, new Proposal(volunteer(1).toString(), List.of())))
                .hasMessage(MatchRefused.requestClosed().plain());
    }

    @Test
    void proposesNobodyOnAnAnswerThatWasOvertaken() {
        MatchId match = requested(participant());
        EnquiryReceived since = new EnquiryReceived(participant(), "housing", "en", null);
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("ConflictList", "conflicts/" + v, 0, since)));
        assertThatThrownBy(() -> desk.propose(coordinator, match, new Proposal(v.toString(), List.of())))
                .isInstanceOf(Overtaken.class);
    }

    @Test
    void answersARepeatedAskForAChangeWithoutAddingAnything() {
        ParticipantId p = participant();
        MatchId match = started(p, v);
        Asked asks =
                People.withKey(People.participant(p.value()), UUID.randomUUID().toString());
        Outcome first = desk.askForChange(asks, match, new MatchSide(null));
        assertThat(desk.askForChange(asks, match, new MatchSide(null)))
                .isEqualTo(new Outcome(first.answer(), first.position(), true));
        desk.askForChange(People.participant(p.value()), match, new MatchSide(null));
        assertThat(record.facts(ChangeAsked.class)).hasSize(1);
    }

    @Test
    void letsEachOfTheTwoActForThemselvesOnly() {
        ParticipantId p = participant();
        MatchId match = proposed(p, v);
        desk.accept(People.participant(p.value()), match, new MatchSide(null));
        assertThatThrownBy(() -> desk.accept(People.participant(p.value()), match, new MatchSide("VOLUNTEER")))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.accept(
                        People.asks(v.value(), Role.VOLUNTEER, Role.COORDINATOR), match, new MatchSide("PARTICIPANT")))
                .isInstanceOf(NotOnRecord.class);
        desk.accept(People.volunteer(v.value()), match, new MatchSide(null));
        assertThat(matches.of(match).started()).isTrue();
        assertThat(disclosing.refusals()).hasSize(2);
    }

    @Test
    void waitsForTheCharterWhereAVolunteerAcceptsThemselvesAndNowhereElse() {
        readers.clear();
        ParticipantId p = participant();
        MatchId match = proposed(p, v);
        assertThatThrownBy(() -> desk.accept(People.volunteer(v.value()), match, new MatchSide(null)))
                .hasMessage(MatchRefused.charterFirst().plain());
        assertThat(record.facts(MatchAccepted.class)).isEmpty();
        desk.accept(People.participant(p.value()), match, new MatchSide(null));
        readers.add(v.value());
        desk.accept(People.volunteer(v.value()), match, new MatchSide(null));
        assertThat(matches.of(match).started()).isTrue();

        VolunteerId other = volunteer(1);
        readers.clear();
        assertThat(matches.of(started(participant(), other)).started())
                .as("what they told a coordinator")
                .isTrue();
    }

    @Test
    void answersStrangersAboutAnothersMatchAsAboutNone() {
        MatchId match = proposed(participant(), v);
        Asked stranger = People.volunteer(UUID.randomUUID());
        MatchId none = new MatchId(UUID.randomUUID());
        assertThatThrownBy(() -> desk.accept(stranger, match, new MatchSide(null)))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.accept(stranger, none, new MatchSide(null)))
                .isInstanceOf(NotOnRecord.class);
        assertThat(disclosing.refusals()).hasSize(2);
    }

    @Test
    void letsAVolunteerOfThePastDoNothingButRepeat() {
        ParticipantId p = participant();
        MatchId match = proposed(p, v);
        Asked declining =
                People.withKey(People.volunteer(v.value()), UUID.randomUUID().toString());
        Outcome first = desk.decline(declining, match, new MatchSide(null));
        assertThat(desk.decline(declining, match, new MatchSide(null)).repeated())
                .isTrue();

        VolunteerId w = volunteer(1);
        desk.propose(coordinator, match, new Proposal(w.toString(), List.of()));
        assertThatThrownBy(() -> desk.accept(People.volunteer(v.value()), match, new MatchSide(null)))
                .isInstanceOf(NotOnRecord.class);
        assertThat(first.repeated()).isFalse();
    }

    @Test
    void needsToKnowForWhichSideACoordinatorWrites() {
        MatchId match = proposed(participant(), v);
        assertThatThrownBy(() -> desk.accept(coordinator, match, new MatchSide(null)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void asksForTheQualificationOfTheDayItself() {
        MatchId match = proposed(participant(), v);
        standings.put(v, standing(v, false, 1));
        assertThatThrownBy(() -> desk.accept(coordinator, match, new MatchSide("VOLUNTEER")))
                .hasMessage(MatchRefused.notQualified().plain());
        assertThat(LocalDate.now(CLOCK)).isEqualTo(LocalDate.parse("2026-11-21"));
    }
}
