package org.troth.command.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.events.AccountId;
import org.troth.events.Fact;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.confidential.Words;
import org.troth.events.conflict.ConflictCheck;
import org.troth.events.consent.LastWord;
import org.troth.events.matching.MatchingEvent.MatchAccepted;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.MatchingEvent.ProposalTakenBack;
import org.troth.events.merging.MergingEvent;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.merging.OncePerPerson;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

/** Both yeses are of those who say them: no third person's for whoever can speak here, and none against an earlier no. */
class SayingYesThemselvesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T09:00:00Z"), ZoneOffset.UTC);
    private static final MatchSide OWN = new MatchSide(null);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Match.class);
    private final MemoryRecord record = house.record();
    private final Places places = new Places(MemoryRecord.plainTags(), record);
    private final MatchDesk desk = new MatchDesk(
            house.dispatch(),
            PermitsForTests.of(new MemoryDisclosing(), record),
            new RecordedMatches(record),
            places,
            participant -> new Enrolment.Standing(true, true, new Precondition(participant.toString(), 0)),
            (volunteer, day) ->
                    new VolunteerStanding.Standing(true, true, 3, new Precondition(volunteer.toString(), -1)),
            (participant, volunteer) -> new ConflictCheck.Finding(false, List.of()),
            person -> true,
            (participant, purpose) -> new LastWord.Answer(LastWord.Said.NOTHING, false, List.of()),
            CLOCK);
    private final Asked coordinator = People.coordinator();
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());

    @AfterEach
    void close() {
        house.close();
    }

    private Unit unit() {
        return new Unit(coordinator.actor(), UUID.randomUUID());
    }

    private void add(Unit unit, String stream, Fact fact) {
        record.record(unit, List.of(new NewFact("Any", stream, record.lastSequence(stream) + 1, fact)));
    }

    private ParticipantId participant() {
        ParticipantId id = new ParticipantId(UUID.randomUUID());
        add(unit(), id.toString(), new EnquiryReceived(id, "housing", "en", null));
        return id;
    }

    private void hasAccount(UUID person) {
        AccountId account = new AccountId(UUID.randomUUID());
        add(
                unit().taking(OncePerPerson.account(MemoryRecord.plainTags(), person)),
                account.toString(),
                new AccountInvited(
                        account,
                        new MemorySealing().seal(Words.ACCOUNT_NAME, account.value(), "somebody"),
                        person,
                        CLOCK.instant()));
    }

    private void merge(ParticipantId kept, ParticipantId merged) {
        for (ParticipantId each : List.of(kept, merged)) {
            add(
                    unit(),
                    MergingEvent.stream(each),
                    new PersonsMerged(each, kept, merged, "same-papers", HouseLaw.MERGING));
        }
    }

    private MatchId proposed(ParticipantId p) {
        MatchId match = MatchId.of(
                desk.request(coordinator, new MatchAsking(p.toString())).answer());
        desk.propose(coordinator, match, new Proposal(v.toString(), List.of()));
        return match;
    }

    private void isRefused(MatchId match, String side) {
        assertThatThrownBy(() -> desk.accept(coordinator, match, new MatchSide(side)))
                .hasMessage(MatchRefused.ownYes().plain());
        assertThat(record.facts(MatchAccepted.class)).isEmpty();
    }

    @Test
    void isLeftToVolunteersWithAnAccount() {
        hasAccount(v.value());
        MatchId match = proposed(participant());
        isRefused(match, "VOLUNTEER");
        desk.accept(People.volunteer(v.value()), match, OWN);
        assertThat(record.facts(MatchAccepted.class)).hasSize(1);
    }

    @Test
    void isLeftToParticipantsWithAnAccountUnderWhicheverRecord() {
        ParticipantId p = participant();
        ParticipantId before = participant();
        hasAccount(before.value());
        merge(p, before);
        isRefused(proposed(p), "PARTICIPANT");
    }

    @Test
    void isWrittenDownWhereOnlyAMergeKeepsThePlaceOfAnAccount() {
        ParticipantId p = participant();
        ParticipantId before = participant();
        merge(p, before);
        add(
                unit().taking(OncePerPerson.account(MemoryRecord.plainTags(), before.value())),
                MergingEvent.stream(p),
                new PersonsMerged(p, p, before, "same-papers", HouseLaw.MERGING));
        MatchId match = proposed(p);
        desk.accept(coordinator, match, new MatchSide("PARTICIPANT"));
        assertThat(record.facts(MatchAccepted.class)).hasSize(1);
    }

    @Test
    void isWrittenDownForWhoeverHasNone() {
        MatchId match = proposed(participant());
        desk.accept(coordinator, match, new MatchSide("PARTICIPANT"));
        desk.accept(People.volunteer(v.value()), match, OWN);
        assertThat(record.facts(MatchStarted.class)).hasSize(1);
    }

    @Test
    void doesNotOutweighANoUnderAnotherRecordThatWasFoundToBeTheirs() {
        ParticipantId before = participant();
        MatchId declined = proposed(before);
        desk.decline(People.participant(before.value()), declined, OWN);
        desk.close(coordinator, declined);
        ParticipantId p = participant();
        MatchId match = proposed(p);
        desk.accept(People.volunteer(v.value()), match, OWN);
        merge(p, before);
        desk.accept(People.participant(p.value()), match, OWN);
        assertThat(record.facts(ProposalTakenBack.class)).hasSize(1);
        assertThat(record.facts(MatchStarted.class)).isEmpty();
        assertThat(places.heldBy(match, v)).isEmpty();
    }
}
