package org.troth.command.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.DataClass;
import org.troth.events.conflict.ConflictCheck;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentEvent.ShownText;
import org.troth.events.consent.LastWord;
import org.troth.events.consent.LastWord.Said;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchStarted;
import org.troth.events.matching.MatchingEvent.ProposalTakenBack;
import org.troth.events.participant.Enrolment;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerStanding;

class TakingProposalsBackTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Match.class);
    private final MemoryRecord record = house.record();
    private final Places places = new Places(MemoryRecord.plainTags(), record);
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final Asked coordinator = People.coordinator();
    private final List<Runnable> meanwhile = new ArrayList<>();
    private final ConsentId consent = new ConsentId(UUID.randomUUID());
    private Said said = Said.NOTHING;
    private final LastWord words = (participant, purpose) -> {
        LastWord.Answer answer = new LastWord.Answer(
                purpose == Purpose.MATCHING ? said : Said.NOTHING,
                false,
                List.of(new Precondition(consent.toString(), record.lastSequence(consent.toString()))));
        List<Runnable> now = List.copyOf(meanwhile);
        meanwhile.clear();
        now.forEach(Runnable::run);
        return answer;
    };
    private final MatchDesk desk = new MatchDesk(
            house.dispatch(),
            PermitsForTests.of(new MemoryDisclosing(), record),
            new RecordedMatches(record),
            places,
            participant -> new Enrolment.Standing(true, true, new Precondition(participant.toString(), 0)),
            (volunteer, day) ->
                    new VolunteerStanding.Standing(true, true, 1, new Precondition(volunteer.toString(), -1)),
            (participant, volunteer) -> new ConflictCheck.Finding(false, List.of()),
            person -> true,
            words,
            CLOCK);
    private final TakeBackProposalWhenConsentWithdrawn reaction =
            new TakeBackProposalWhenConsentWithdrawn(record, places, words, house.dispatch());

    TakingProposalsBackTest() {
        add("Participant", p.toString(), new EnquiryReceived(p, "housing", "en", null));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private long add(String type, String stream, Fact fact) {
        return record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact(type, stream, record.lastSequence(stream) + 1, fact)));
    }

    private void asked(Purpose purpose) {
        add(
                "Consent",
                consent.toString(),
                new ConsentAsked(
                        consent,
                        p,
                        purpose,
                        Recipient.programme(),
                        Set.of(DataClass.IDENTITY),
                        new ShownText("matching", 1, "en", "ab"),
                        null));
    }

    private final ConsentWithdrawn withdrawn = new ConsentWithdrawn(consent, p, HouseLaw.CONSENT_WITHDRAWAL);

    private long withdraw() {
        long position = add("Consent", consent.toString(), withdrawn);
        said = Said.TAKEN_BACK;
        return position;
    }

    private MatchId requested() {
        return MatchId.of(
                desk.request(coordinator, new MatchAsking(p.toString())).answer());
    }

    private void propose(MatchId match, String... reasons) {
        desk.propose(coordinator, match, new Proposal(v.toString(), List.of(reasons)));
    }

    private void accept(MatchId match, String side) {
        desk.accept(coordinator, match, new MatchSide(side));
    }

    private void react(long position) {
        reaction.on(withdrawn, UUID.randomUUID().toString(), new GlobalSequenceTrackingToken(position));
    }

    @Test
    void takesWhatIsOpenBackAtOnceAndFreesThePlaceThatWasHeldForIt() {
        asked(Purpose.MATCHING);
        MatchId match = requested();
        propose(match, "same-matter");
        accept(match, "VOLUNTEER");
        assertThat(places.free(v, 1)).isEmpty();

        long position = withdraw();
        react(position);
        react(position);

        assertThat(record.facts(ProposalTakenBack.class))
                .containsExactly(new ProposalTakenBack(match, p, v, HouseLaw.MATCH_TAKEN_BACK));
        assertThat(places.free(v, 1)).isPresent();
        assertThat(record.readHolder(places.openMatch(p)))
                .as("they still look for somebody")
                .isNotEmpty();
    }

    @Test
    void leavesAMatchThatGoesOnToPeople() {
        asked(Purpose.MATCHING);
        MatchId match = requested();
        propose(match, "same-matter");
        accept(match, "VOLUNTEER");
        accept(match, "PARTICIPANT");
        react(withdraw());
        assertThat(record.facts(MatchStarted.class)).hasSize(1);
        assertThat(record.facts(ProposalTakenBack.class)).isEmpty();
    }

    @Test
    void leavesAloneWhatWasProposedLaterOrForAnotherPurpose() {
        asked(Purpose.MATCHING);
        MatchId match = requested();
        long position = withdraw();
        said = Said.YES;
        propose(match, "same-matter");
        react(position);
        assertThat(record.facts(ProposalTakenBack.class)).isEmpty();
    }

    @Test
    void isNotToldByAConsentToSomethingElse() {
        asked(Purpose.SUPPORT);
        MatchId match = requested();
        propose(match, "same-matter");
        long position = add("Consent", consent.toString(), withdrawn);
        react(position);
        assertThat(record.facts(ProposalTakenBack.class)).isEmpty();
    }

    /** The reaction may be ten minutes behind: nothing begins meanwhile, and the answer is the one that every acceptance gets. */
    @Test
    void beginsNothingHoweverLateTheReactionIs() {
        asked(Purpose.MATCHING);
        MatchId match = requested();
        propose(match, "same-matter");
        accept(match, "VOLUNTEER");
        long position = withdraw();

        accept(match, "PARTICIPANT");

        assertThat(record.facts(MatchStarted.class)).isEmpty();
        assertThat(record.facts(ProposalTakenBack.class)).hasSize(1);
        assertThat(places.free(v, 1)).isPresent();
        react(position);
        assertThat(record.facts(ProposalTakenBack.class)).hasSize(1);
    }

    @Test
    void beginsNothingWhenItIsTakenBackBetweenTheClickAndTheRecord() {
        asked(Purpose.MATCHING);
        MatchId match = requested();
        propose(match, "same-matter");
        accept(match, "PARTICIPANT");
        meanwhile.add(this::withdraw);

        accept(match, "VOLUNTEER");

        assertThat(record.facts(MatchStarted.class)).isEmpty();
        assertThat(record.facts(ProposalTakenBack.class)).hasSize(1);
    }

    @Test
    void stillProposesSomebodyByWhatIsKnownOfTheVolunteerAlone() {
        asked(Purpose.MATCHING);
        MatchId match = requested();
        long position = withdraw();
        assertThatThrownBy(() -> propose(match, "same-matter", "room"))
                .hasMessage(MatchRefused.withoutRecord().plain());
        propose(match, "room");
        react(position);
        assertThat(record.facts(MatchProposed.class))
                .containsExactly(new MatchProposed(match, p, v, List.of("room"), HouseLaw.MATCH_WITHOUT_RECORD));
        accept(match, "VOLUNTEER");
        accept(match, "PARTICIPANT");
        assertThat(record.facts(MatchStarted.class)).hasSize(1);
    }

    /** An expiry or a second withdrawal later takes nothing back that never used the record. */
    @Test
    void keepsWhatWasProposedWithoutTheRecord() {
        asked(Purpose.MATCHING);
        said = Said.NO;
        MatchId match = requested();
        propose(match);
        react(withdraw());
        assertThat(record.facts(ProposalTakenBack.class)).isEmpty();
    }

    @Test
    void proposesNothingOfTheRecordWhenItIsTakenBackBetweenTheClickAndTheRecord() {
        asked(Purpose.MATCHING);
        said = Said.YES;
        MatchId match = requested();
        meanwhile.add(this::withdraw);
        assertThatThrownBy(() -> propose(match, "same-language"))
                .hasMessage(MatchRefused.withoutRecord().plain());
        assertThat(record.facts(MatchProposed.class)).isEmpty();
    }
}
