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
import org.troth.events.conflict.ConflictCheck;
import org.troth.events.consent.LastWord;
import org.troth.events.matching.MatchingEvent;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.events.matching.MatchingEvent.WishApartTakenBack;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

/** Whoever acts under another of their records is that person when it is recorded, and not only when it was asked. */
class ActingUnderOtherRecordsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final MatchSide OWN = new MatchSide(null);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Match.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final RecordedMatches matches = new RecordedMatches(record);
    private final Places places = new Places(MemoryRecord.plainTags(), record);
    private final MatchDesk desk = new MatchDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            matches,
            places,
            participant -> new Enrolment.Standing(true, true, new Precondition(participant.toString(), 0)),
            (volunteer, day) ->
                    new VolunteerStanding.Standing(true, true, 3, new Precondition(volunteer.toString(), -1)),
            (participant, volunteer) -> new ConflictCheck.Finding(false, List.of()),
            person -> true,
            (participant, purpose) -> new LastWord.Answer(LastWord.Said.NOTHING, false, List.of()),
            CLOCK);
    private final SecondContactDesk second =
            new SecondContactDesk(house.dispatch(), PermitsForTests.of(disclosing, record), matches, places);
    private final ApartDesk apart =
            new ApartDesk(house.dispatch(), PermitsForTests.of(disclosing, record), matches, places);
    private final Asked coordinator = People.coordinator();
    private final ParticipantId p = participant();
    private final ParticipantId before = participant();
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final Asked themselves = People.participant(before.value());
    private MatchId match;
    private JoinedRecords joined;

    @BeforeEach
    void walkTogether() {
        match = MatchId.of(
                desk.request(coordinator, new MatchAsking(p.toString())).answer());
        desk.propose(coordinator, match, new Proposal(v.toString(), List.of()));
        desk.accept(coordinator, match, new MatchSide("PARTICIPANT"));
        desk.accept(coordinator, match, new MatchSide("VOLUNTEER"));
        joined = new JoinedRecords(record, before, p);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private ParticipantId participant() {
        ParticipantId id = new ParticipantId(UUID.randomUUID());
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Participant", id.toString(), 0, new EnquiryReceived(id, "housing", "en", null))));
        return id;
    }

    private int said() {
        return record.facts(MatchingEvent.class).size();
    }

    private void isRefusedWhenTheyArePartedMeanwhile(Runnable act) {
        int before = said();
        record.meanwhile(joined::part);

        assertThatThrownBy(act::run).isInstanceOf(NotOnRecord.class);
        assertThat(said()).isEqualTo(before);
        assertThat(disclosing.refusals()).singleElement().asString().endsWith(p + " act-own-record");
    }

    @Test
    void asksForNoChangeOfSomebodyElse() {
        isRefusedWhenTheyArePartedMeanwhile(() -> desk.askForChange(themselves, match, OWN));
    }

    @Test
    void saysNoNoForSomebodyElse() {
        isRefusedWhenTheyArePartedMeanwhile(() -> desk.sayNo(themselves, match, OWN));
    }

    @Test
    void asksNoSecondContactForSomebodyElse() {
        isRefusedWhenTheyArePartedMeanwhile(() -> second.ask(themselves, match));
    }

    @Test
    void takesBackNoWishOfSomebodyElse() {
        desk.askForChange(themselves, match, OWN);
        UUID wish = record.facts().stream()
                .filter(each -> each.fact() instanceof ChangeAsked)
                .map(RecordedFact::eventId)
                .findFirst()
                .orElseThrow();
        desk.end(coordinator, match, new MatchEnding("CHANGE_ARRANGED"));

        isRefusedWhenTheyArePartedMeanwhile(() -> apart.takeBack(themselves, match, wish));
        assertThat(record.facts(WishApartTakenBack.class)).isEmpty();
    }

    @Test
    void isDecidedAnewWhereTheyAreOneAgainAndDone() {
        record.meanwhile(() -> {
            joined.part();
            joined.join();
        });
        second.ask(themselves, match);

        assertThat(record.facts(SecondContactAsked.class)).hasSize(1);
        assertThat(disclosing.refusals()).isEmpty();
    }

    @Test
    void waitsForNothingUnderTheirOwnRecord() {
        record.meanwhile(joined::part);
        second.ask(People.participant(p.value()), match);

        assertThat(record.facts(SecondContactAsked.class)).hasSize(1);
    }
}
