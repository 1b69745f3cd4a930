package org.troth.command.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.matching.MatchingRequest.MatchAsking;
import org.troth.command.matching.MatchingRequest.MatchEnding;
import org.troth.command.matching.MatchingRequest.MatchSide;
import org.troth.command.matching.MatchingRequest.Proposal;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.Fact;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.conflict.ConflictCheck;
import org.troth.events.consent.LastWord;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.MatchDeclined;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.matching.MatchingEvent.WishApartTakenBack;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

class KeepingApartTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final MatchSide OWN = new MatchSide(null);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Match.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final RecordedMatches matches = new RecordedMatches(record);
    private final Places places = new Places(MemoryRecord.plainTags(), record);
    private final Enrolment enrolment =
            participant -> new Enrolment.Standing(true, true, new Precondition(participant.toString(), 0));
    private final VolunteerStanding volunteers = (volunteer, day) ->
            new VolunteerStanding.Standing(true, true, 3, new Precondition(volunteer.toString(), -1));
    private final MatchDesk desk = new MatchDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            matches,
            places,
            enrolment,
            volunteers,
            (participant, volunteer) -> new ConflictCheck.Finding(false, List.of()),
            person -> true,
            (participant, purpose) -> new LastWord.Answer(LastWord.Said.NOTHING, false, List.of()),
            CLOCK);
    private final SecondContactDesk second =
            new SecondContactDesk(house.dispatch(), PermitsForTests.of(disclosing, record), matches, places);
    private final ApartDesk apart =
            new ApartDesk(house.dispatch(), PermitsForTests.of(disclosing, record), matches, places);
    private final Asked coordinator = People.coordinator();
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final Asked asP = People.participant(p.value());
    private final Asked asV = People.volunteer(v.value());

    @BeforeEach
    void begin() {
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", p.toString(), 0, new EnquiryReceived(p, "housing", "en", null))));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private MatchId requested() {
        return MatchId.of(
                desk.request(coordinator, new MatchAsking(p.toString())).answer());
    }

    private MatchId proposed() {
        MatchId match = requested();
        propose(match);
        return match;
    }

    private void propose(MatchId match) {
        desk.propose(coordinator, match, new Proposal(v.toString(), List.of()));
    }

    private MatchId started() {
        MatchId match = proposed();
        desk.accept(asV, match, OWN);
        desk.accept(asP, match, OWN);
        return match;
    }

    private void end(MatchId match) {
        desk.end(coordinator, match, new MatchEnding("CHANGE_ARRANGED"));
    }

    private void isNotProposable(MatchId match) {
        assertThatThrownBy(() -> propose(match))
                .hasMessage(MatchRefused.notSuitable().plain());
    }

    /** The facts of this kind name the wishes, in the order in which they were stated. */
    private UUID wish(Class<? extends Fact> kind, int number) {
        return record.facts().stream()
                .filter(each -> kind.isInstance(each.fact()))
                .map(RecordedFact::eventId)
                .toList()
                .get(number);
    }

    @Test
    void outlastsTheRequestInWhichSomebodySaidNo() {
        MatchId declined = proposed();
        desk.decline(asP, declined, OWN);
        isNotProposable(declined);
        desk.close(coordinator, declined);
        isNotProposable(requested());
    }

    @Test
    void endsWhenWhoeverSaidNoTakesItBackInTheSameRequestAndInAnother() {
        MatchId match = proposed();
        desk.decline(asP, match, OWN);
        apart.takeBack(asP, match, wish(MatchDeclined.class, 0));
        propose(match);
        desk.decline(asV, match, OWN);
        desk.close(coordinator, match);
        MatchId next = requested();
        isNotProposable(next);
        apart.takeBack(asV, match, wish(MatchDeclined.class, 1));
        propose(next);
        assertThat(record.facts(WishApartTakenBack.class))
                .containsExactly(
                        new WishApartTakenBack(match, p, v, Side.PARTICIPANT, HouseLaw.MATCH_APART),
                        new WishApartTakenBack(match, p, v, Side.VOLUNTEER, HouseLaw.MATCH_APART));
        assertThat(record.facts(MatchProposed.class)).hasSize(3);
    }

    @Test
    void goesOnWhileEitherOfTheTwoWishesItAndTellsNeitherOfTheOther() {
        MatchId match = started();
        desk.askForChange(asP, match, OWN);
        second.ask(asV, match);
        end(match);
        MatchId next = requested();
        isNotProposable(next);
        apart.takeBack(asP, match, wish(ChangeAsked.class, 0));
        isNotProposable(next);
        apart.takeBack(asV, match, wish(SecondContactAsked.class, 0));
        propose(next);
    }

    @Test
    void isTheSameWishWhomeverItWasAskedOf() {
        MatchId match = started();
        desk.askForChange(asP, match, OWN);
        second.ask(asP, match);
        end(match);
        apart.takeBack(asP, match, wish(SecondContactAsked.class, 0));
        propose(requested());
        assertThat(record.facts(WishApartTakenBack.class)).hasSize(1);
    }

    @Test
    void isTakenBackByNobodyElse() {
        MatchId match = proposed();
        desk.decline(asP, match, OWN);
        UUID wish = wish(MatchDeclined.class, 0);
        for (Asked other : List.of(
                coordinator,
                asV,
                People.participant(UUID.randomUUID()),
                People.asks(null, Role.SECOND_CONTACT),
                People.asks(null, Role.AUDITOR))) {
            assertThatThrownBy(() -> apart.takeBack(other, match, wish)).isInstanceOf(NotOnRecord.class);
        }
        assertThatThrownBy(() -> apart.takeBack(asP, match, UUID.randomUUID())).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> apart.takeBack(asP, new MatchId(UUID.randomUUID()), wish))
                .isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(WishApartTakenBack.class)).isEmpty();
        assertThat(disclosing.refusals()).hasSize(7);
    }

    @Test
    void waitsUntilTheTwoWalkTogetherNoLonger() {
        MatchId match = started();
        desk.askForChange(asV, match, OWN);
        UUID wish = wish(ChangeAsked.class, 0);
        assertThatThrownBy(() -> apart.takeBack(asV, match, wish))
                .hasMessage(MatchRefused.stillTogether().plain());
        end(match);
        apart.takeBack(asV, match, wish);
        propose(requested());
    }

    @Test
    void isNotUndoneByTheSameSentAgain() {
        MatchId match = proposed();
        desk.decline(asP, match, OWN);
        UUID first = wish(MatchDeclined.class, 0);
        Asked keyed = People.withKey(asP, UUID.randomUUID().toString());
        apart.takeBack(keyed, match, first);
        assertThat(apart.takeBack(keyed, match, first).repeated()).isTrue();
        apart.takeBack(asP, match, first);
        assertThat(record.facts(WishApartTakenBack.class)).hasSize(1);

        propose(match);
        desk.decline(asP, match, OWN);
        apart.takeBack(asP, match, first);
        assertThat(record.facts(WishApartTakenBack.class)).hasSize(1);
        isNotProposable(match);
    }
}
