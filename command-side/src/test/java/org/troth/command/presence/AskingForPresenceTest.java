package org.troth.command.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.law.HouseLaw;
import org.troth.command.presence.PresenceRequest.NewPresence;
import org.troth.command.record.JoinedRecords;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.events.ConsentId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PresenceId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.matching.MatchInForce.Standing;
import org.troth.events.presence.Guest;
import org.troth.events.presence.PresenceEvent;
import org.troth.events.presence.PresenceEvent.Asker;
import org.troth.events.presence.PresenceEvent.PresenceAgreed;
import org.troth.events.presence.PresenceEvent.PresenceAsked;
import org.troth.events.presence.PresenceEvent.PresenceDeclined;
import org.troth.events.recording.Overtaken;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.RecordedFact;
import org.troth.events.youth.Guardianship;
import org.troth.events.youth.YouthEvent;

/** S3-22, S3-26: presence needs a yes each time, and a No works at once and is nobody's in particular. */
class AskingForPresenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final MovableClock clock = new MovableClock();
    private final MemoryHouse house = MemoryHouse.of(clock, Presence.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final MatchId match = new MatchId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private boolean started = true;
    private @Nullable LocalDate ofAgeOn;
    private long youth = -1;
    private final Questions questions = new Questions(record, MemoryRecord.plainTags());
    private final PresenceDesk desk = new PresenceDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            asked -> asked.equals(match)
                    ? new Standing(started, p, v, new Precondition(match.toString(), -1))
                    : new Standing(false, null, null, new Precondition(asked.toString(), -1)),
            questions,
            new YoungOrNot(),
            clock);
    private final Asked participant = People.participant(p.value());
    private final Asked volunteer = People.volunteer(v.value());

    /** Answers what this test says: at first that they are of age. */
    private final class YoungOrNot implements Guardianship {

        @Override
        public Guardianship.Standing of(ParticipantId participant) {
            return new Guardianship.Standing(
                    ofAgeOn,
                    false,
                    Set.of(),
                    Set.of(),
                    List.of(new Precondition(YouthEvent.stream(participant), youth)));
        }

        @Override
        public Guardianship.Standing then(ParticipantId participant, Instant moment) {
            return of(participant);
        }

        @Override
        public List<RecordedFact> saidTo(ConsentId consent, ParticipantId participant) {
            return List.of();
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    private PresenceId ask(Asked who, @Nullable String guest, LocalDate day) {
        return PresenceId.of(desk.ask(who, new NewPresence(match.toString(), guest, day.toString()))
                .answer());
    }

    private Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private void later(Instant moment) {
        clock.forward(Duration.between(clock.instant(), moment));
    }

    @Test
    void letsNobodyWatchOrLearnBesideSomebodyWhoIsNotOfAge() {
        ofAgeOn = DAY.plusYears(2);
        for (String guest : List.of("OBSERVER", "TRAINEE")) {
            PresenceId id = ask(volunteer, guest, DAY);
            assertThatThrownBy(() -> desk.agree(participant, id))
                    .as("asked like anything else, so that nobody learns it")
                    .hasMessage(PresenceRefused.notYetOfAge().plain());
        }
        assertThat(record.facts(PresenceAgreed.class)).isEmpty();
        desk.agree(participant, ask(participant, "COMPANION", DAY));
        assertThat(record.facts(PresenceAgreed.class)).hasSize(1);

        PresenceId late = ask(volunteer, "TRAINEE", DAY.plusDays(1));
        ofAgeOn = LocalDate.now(clock);
        desk.agree(participant, late);
        assertThat(record.facts(PresenceAgreed.class)).hasSize(2);
    }

    /** It is noted that they are not of age after that was asked, and before the yes is recorded. */
    @Test
    void recordsNoYesOnAnAnswerThatWasOvertaken() {
        PresenceId id = ask(volunteer, "TRAINEE", DAY);
        youth = 3;
        assertThatThrownBy(() -> desk.agree(participant, id)).isInstanceOf(Overtaken.class);
        assertThat(record.facts(PresenceAgreed.class)).isEmpty();
    }

    @Test
    void isAskedByEitherOfTheTwoOrACoordinatorAndNamesNobody() {
        ask(volunteer, "TRAINEE", DAY);
        ask(participant, "companion", DAY);
        ask(People.coordinator(), "OBSERVER", DAY);
        assertThat(record.facts(PresenceAsked.class))
                .extracting(PresenceAsked::by)
                .containsExactly(Asker.VOLUNTEER, Asker.PARTICIPANT, Asker.COORDINATOR);
        assertThat(record.facts(PresenceAsked.class))
                .extracting(PresenceAsked::guest)
                .containsExactly(Guest.TRAINEE, Guest.COMPANION, Guest.OBSERVER);
    }

    @Test
    void letsNobodyElseAskOrAnswer() {
        PresenceId id = ask(volunteer, "TRAINEE", DAY);
        for (Asked other : List.of(
                People.volunteer(UUID.randomUUID()),
                People.participant(UUID.randomUUID()),
                People.asks(null, Role.AUDITOR))) {
            assertThatThrownBy(() -> ask(other, "OBSERVER", DAY)).isInstanceOf(NotOnRecord.class);
            for (PresenceId each : List.of(id, new PresenceId(UUID.randomUUID()))) {
                assertThatThrownBy(() -> desk.agree(other, each)).isInstanceOf(NotOnRecord.class);
                assertThatThrownBy(() -> desk.decline(other, each)).isInstanceOf(NotOnRecord.class);
            }
        }
        assertThat(record.facts(PresenceEvent.class)).hasSize(1);
    }

    @Test
    void hearsAYesFromTheParticipantAlone() {
        PresenceId id = ask(volunteer, "TRAINEE", DAY);
        for (Asked other : List.of(volunteer, People.coordinator(), People.asks(p.value(), Role.COORDINATOR))) {
            assertThatThrownBy(() -> desk.agree(other, id)).isInstanceOf(NotOnRecord.class);
        }
        assertThat(disclosing.refusals()).hasSize(3).allMatch(each -> each.endsWith("presence-own-account"));
        assertThat(desk.agree(participant, id).answer()).isEqualTo(match.toString());
        assertThat(record.facts(PresenceAgreed.class)).hasSize(1);
        assertThatThrownBy(() -> desk.agree(participant, id)).isInstanceOf(PresenceRefused.class);
    }

    /** Whoever said it: the same fact. */
    @Test
    void endsWithTheFirstNoAlsoAfterAYesAndIsNotAskedAgainForThatMeeting() {
        for (Asked who : List.of(participant, volunteer, People.coordinator())) {
            LocalDate day = DAY.plusDays(record.facts(PresenceAsked.class).size());
            PresenceId id = ask(volunteer, "TRAINEE", day);
            desk.agree(participant, id);
            desk.decline(who, id);
            assertThatThrownBy(() -> desk.agree(participant, id))
                    .isInstanceOf(PresenceRefused.class)
                    .hasMessage(PresenceRefused.nobodyComes().plain());
            assertThatThrownBy(() -> desk.decline(participant, id)).isInstanceOf(PresenceRefused.class);
            assertThatThrownBy(() -> ask(People.coordinator(), "TRAINEE", day))
                    .isInstanceOf(PresenceRefused.class)
                    .hasMessage(PresenceRefused.askedAlready().plain());
            ask(volunteer, "OBSERVER", day);
        }
        assertThat(record.facts(PresenceDeclined.class))
                .hasSize(3)
                .allSatisfy(fact -> assertThat(fact.participant()).isEqualTo(p));
    }

    @Test
    void isForAMeetingToCome() {
        assertThatThrownBy(() -> ask(volunteer, "TRAINEE", LocalDate.of(2026, 11, 20)))
                .isInstanceOf(PresenceRefused.class);
        PresenceId today = ask(volunteer, "TRAINEE", LocalDate.of(2026, 11, 21));
        later(Instant.parse("2026-11-21T23:59:59Z"));
        PresenceId another = ask(volunteer, "OBSERVER", LocalDate.of(2026, 11, 21));
        desk.agree(participant, today);
        later(Instant.parse("2026-11-22T00:00:00Z"));
        assertThatThrownBy(() -> desk.agree(participant, another)).isInstanceOf(PresenceRefused.class);
        desk.decline(participant, another);
    }

    @Test
    void belongsToAMatchThatGoesOnButForTheNo() {
        PresenceId id = ask(volunteer, "TRAINEE", DAY);
        started = false;
        assertThatThrownBy(() -> ask(participant, "OBSERVER", DAY)).isInstanceOf(PresenceRefused.class);
        assertThatThrownBy(() -> ask(volunteer, "OBSERVER", DAY)).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.agree(participant, id)).isInstanceOf(PresenceRefused.class);
        assertThatThrownBy(() -> desk.decline(volunteer, id)).isInstanceOf(NotOnRecord.class);
        desk.decline(participant, id);
        assertThat(record.facts(PresenceDeclined.class)).hasSize(1);
    }

    @Test
    void refusesWhatItCannotUnderstand() {
        for (NewPresence said : List.of(
                new NewPresence(match.toString(), "my neighbour", DAY.toString()),
                new NewPresence(match.toString(), "TRAINEE", "tomorrow"),
                new NewPresence("here", "TRAINEE", DAY.toString()),
                new NewPresence(null, null, null))) {
            assertThatThrownBy(() -> desk.ask(volunteer, said)).isInstanceOf(Invalid.class);
        }
        assertThat(record.facts()).isEmpty();
    }

    @Test
    void answersForAMeetingWhatHadBeenSaidWhenItBegan() {
        PresenceId id = ask(volunteer, "TRAINEE", DAY);
        assertThat(questions.of(match, DAY, at("12:00")).agreed()).isEmpty();

        later(at("10:00"));
        desk.agree(participant, id);
        assertThat(questions.of(match, DAY, at("09:59")).agreed()).isEmpty();
        assertThat(questions.of(match, DAY, at("10:00")).agreed()).containsEntry(Guest.TRAINEE, id);

        // What is taken back after the meeting began was lawful when it was said.
        later(at("13:00"));
        desk.decline(participant, id);
        assertThat(questions.of(match, DAY, at("12:00")).agreed()).containsOnlyKeys(Guest.TRAINEE);
        assertThat(questions.of(match, DAY, at("14:00")).agreed()).isEmpty();

        assertThat(questions.of(match, DAY, at("14:00")).preconditions())
                .containsExactly(new Precondition(id.toString(), 2));
        assertThat(questions.of(match, DAY.plusDays(1), at("14:00")).preconditions())
                .isEmpty();
        assertThat(questions
                        .of(new MatchId(UUID.randomUUID()), DAY, at("14:00"))
                        .agreed())
                .isEmpty();
    }

    @Test
    void isAskedAndAnsweredUnderAnotherRecordOnlyByWhoeverStillIsThatPerson() {
        ParticipantId before = new ParticipantId(UUID.randomUUID());
        JoinedRecords joined = new JoinedRecords(record, before, p);
        Asked themselves = People.participant(before.value());
        PresenceId asked = ask(volunteer, "OBSERVER", DAY);
        for (Runnable act : List.<Runnable>of(
                () -> ask(themselves, "COMPANION", DAY),
                () -> desk.agree(themselves, asked),
                () -> desk.decline(themselves, asked))) {
            record.meanwhile(joined::part);
            assertThatThrownBy(act::run).isInstanceOf(NotOnRecord.class);
            joined.join();
        }
        assertThat(record.facts(PresenceEvent.class)).hasSize(1);
        desk.agree(themselves, asked);
        assertThat(record.facts(PresenceAgreed.class)).hasSize(1);
    }

    @Test
    void isAskedForNoDayFurtherAheadThanTheLawSays() {
        LocalDate last = LocalDate.now(clock).plusDays(HouseLaw.PRESENCE_DAYS);
        for (Asked each : List.of(participant, volunteer, People.coordinator())) {
            assertThatThrownBy(() -> ask(each, "COMPANION", last.plusDays(1)))
                    .hasMessage(PresenceRefused.tooFarAhead().plain());
        }
        ask(volunteer, "COMPANION", last);
        assertThat(record.facts(PresenceAsked.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.law()).isEqualTo(HouseLaw.PRESENCE_AHEAD));
    }
}
