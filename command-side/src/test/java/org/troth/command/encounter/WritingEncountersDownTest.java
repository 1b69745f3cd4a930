package org.troth.command.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.KeyReused;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.Outcome;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.dispatch.WordsRefused;
import org.troth.command.encounter.EncounterRequest.EncounterCorrection;
import org.troth.command.encounter.EncounterRequest.NewEncounter;
import org.troth.command.encounter.EncounterRequest.SendingBack;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.command.record.SaidWords;
import org.troth.events.ConsentId;
import org.troth.events.EncounterId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PresenceId;
import org.troth.events.SheetId;
import org.troth.events.VolunteerId;
import org.troth.events.account.RequestId;
import org.troth.events.account.Role;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.LastWord.Said;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.encounter.EncounterEvent.CitedSheet;
import org.troth.events.encounter.EncounterEvent.EncounterCorrected;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionApproved;
import org.troth.events.encounter.EncounterEvent.EncounterCorrectionSentBack;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.encounter.EncounterEvent.EncounterPresenceNoted;
import org.troth.events.encounter.EncounterEvent.EncounterSheetsGiven;
import org.troth.events.encounter.EncounterEvent.Found;
import org.troth.events.encounter.EncounterEvent.Present;
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.encounter.EncounterEvent.Writer;
import org.troth.events.matching.WalkedTogether;
import org.troth.events.presence.AgreedPresence;
import org.troth.events.presence.Guest;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;
import org.troth.events.sheet.SheetsInReview;
import org.troth.events.volunteer.VolunteerStanding;

/** S0-8, S1-10, S2-7 to S2-10; R5, R6, R10, and event time apart from record time. */
class WritingEncountersDownTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZONE);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Encounter.class);
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final MatchId match = new MatchId(UUID.randomUUID());
    private final ParticipantId p = new ParticipantId(UUID.randomUUID());
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private @Nullable Instant until;
    private LocalDate lastDay = LocalDate.of(2027, 1, 1);
    private final WalkedTogether walks = asked -> asked.equals(match)
            ? new WalkedTogether.Walk(
                    p, v, Instant.parse("2026-01-05T10:00:00Z"), until, List.of(new Precondition(match.toString(), -1)))
            : new WalkedTogether.Walk(null, null, null, null, List.of(new Precondition(asked.toString(), -1)));
    private final VolunteerStanding volunteers = (volunteer, day) ->
            new VolunteerStanding.Standing(true, !lastDay.isBefore(day), 1, new Precondition(v.toString(), -1));
    private Map<Guest, PresenceId> agreed = Map.of();
    private final List<String> askedOf = new ArrayList<>();
    private final AgreedPresence presence = (asked, day, began) -> {
        askedOf.add(asked + " " + day + " " + began);
        return new AgreedPresence.Answer(agreed, List.of());
    };
    private boolean inReview;
    private final SheetsInReview shelf = new SheetsInReview() {
        @Override
        public Answer of(SheetId sheet, int version, LocalDate day, Instant at) {
            askedOf.add(sheet + " " + version + " " + day + " " + at);
            return new Answer(
                    version > 2 ? null : "digest " + version, inReview, new Precondition(sheet.toString(), -1));
        }

        @Override
        public Offers now(LocalDate today, @Nullable String language, int most) {
            return new Offers(List.of(), List.of(), false);
        }
    };
    private final Permits permits = PermitsForTests.of(disclosing, house.record());
    private final Writers writers = new Writers(permits, walks, house.record());
    private final SaidWords support = new SaidWords(house.record(), "consent");
    private final EncounterDesk desk = new EncounterDesk(
            house.dispatch(),
            writers,
            permits,
            walks,
            volunteers,
            presence,
            shelf,
            new MemorySealing(),
            support.added(),
            CLOCK);
    private final Asked volunteer = People.volunteer(v.value());

    @AfterEach
    void close() {
        house.close();
    }

    private NewEncounter at(String day, String time, @Nullable String turn) {
        return new NewEncounter(
                match.toString(),
                day,
                time,
                turn,
                "30",
                "phone",
                List.of("emotional"),
                List.of("court-day"),
                List.of("none"),
                "wants company",
                "it was hard",
                null,
                null);
    }

    private static NewEncounter by(NewEncounter said, @Nullable List<String> acts, @Nullable String note) {
        return new NewEncounter(
                said.match(),
                said.day(),
                said.time(),
                said.turn(),
                said.minutes(),
                said.medium(),
                said.support(),
                said.topics(),
                acts,
                note,
                null,
                null,
                null);
    }

    private EncounterLogged logged() {
        return house.record().facts(EncounterLogged.class).get(0);
    }

    @Test
    void sealsTheNoteForTheParticipantAndTheReflectionForTheVolunteer() {
        desk.log(volunteer, at("2026-11-20", "14:30", null));
        EncounterLogged fact = logged();
        assertThat(fact.note()).isNotNull();
        assertThat(fact.note().owner()).isEqualTo(p.value());
        assertThat(MemorySealing.peek(fact.note())).isEqualTo("wants company");
        assertThat(fact.reflection()).isNotNull();
        assertThat(fact.reflection().owner()).isEqualTo(v.value());
        assertThat(fact.held().at()).isEqualTo("2026-11-20T14:30:00Z");
        assertThat(fact.held().zone()).isEqualTo("Europe/London");
        assertThat(fact.attestation()).isNotNull();
        assertThat(fact.attestation().acts()).isEmpty();
        assertThat(fact.enteredBy()).isEqualTo(Writer.VOLUNTEER);
    }

    @Test
    void storesTheMeetingWithoutANoteWhenTheyTookTheirYesToSupportBack() {
        NewEncounter said = at("2026-11-20", "14:30", null);
        support.say(Said.TAKEN_BACK);
        assertThatThrownBy(() -> desk.log(volunteer, said))
                .isInstanceOfSatisfying(
                        WordsRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("note"));
        assertThat(house.record().facts(EncounterLogged.class)).isEmpty();
        desk.log(volunteer, by(said, List.of("none"), null));
        assertThat(logged().note()).isNull();
    }

    @Test
    void givesTheFormBackAsItWasFilledInAndSaysWhyAtTheNote() {
        support.say(Said.NO);
        NewEncounter said = at("2026-11-20", "14:30", null);
        ModelAndView again = new EncounterForms(desk, writers, shelf, CLOCK)
                .log(volunteer.actor(), new RequestId(volunteer.request()), null, null, said);
        assertThat(again.getStatus()).isEqualTo(HttpStatus.CONFLICT);
        NewEncounter kept = (NewEncounter) again.getModel().get("said");
        assertThat(kept.note()).isEqualTo("wants company");
        assertThat(kept.reflection()).isEqualTo("it was hard");
        assertThat(kept.topics()).isEqualTo(said.topics());
        assertThat(again.getModel().get("errors"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
                .containsOnlyKeys("note");
    }

    @Test
    void addsNoNoteWhenTheyTakeItBackBetweenTheClickAndTheRecord() {
        support.meanwhile(() -> {
            support.say(Said.TAKEN_BACK);
            house.record()
                    .record(
                            new Unit(volunteer.actor(), UUID.randomUUID()),
                            List.of(new NewFact(
                                    "Consent",
                                    "consent",
                                    0,
                                    new ConsentWithdrawn(
                                            new ConsentId(UUID.randomUUID()), p, HouseLaw.CONSENT_WITHDRAWAL))));
        });
        assertThatThrownBy(() -> desk.log(volunteer, at("2026-11-20", "14:30", null)))
                .isInstanceOf(WordsRefused.class);
        assertThat(house.record().facts(EncounterLogged.class)).isEmpty();
    }

    @Test
    void asksWhichTimeItWasInTheNightWhenTheClockIsPutBack() {
        refusedFor("turn", at("2026-10-25", "01:30", null));
        desk.log(volunteer, at("2026-10-25", "01:30", "EARLIER"));
        desk.log(volunteer, at("2026-10-25", "01:30", "later"));
        desk.log(volunteer, at("2026-10-25", "02:00", null));
        assertThat(house.record().facts(EncounterLogged.class))
                .extracting(each -> each.held().at())
                .containsExactly(
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T01:30:00Z"),
                        Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void refusesATimeThatTheClockSkipped() {
        refusedFor("time", at("2026-03-29", "01:30", null));
        refusedFor("time", at("2026-03-29", "01:30", "LATER"));
        desk.log(volunteer, at("2026-03-29", "02:00", null));
        assertThat(logged().held().at()).isEqualTo("2026-03-29T01:00:00Z");
    }

    private void refusedFor(String field, NewEncounter said) {
        refusedFor(field, volunteer, said);
    }

    private void refusedFor(String field, Asked who, NewEncounter said) {
        assertThatThrownBy(() -> desk.log(who, said))
                .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
                .satisfies(invalid -> assertThat(invalid.faults())
                        .extracting(Invalid.Fault::field)
                        .containsExactly(field));
    }

    @Test
    void storesAYesToWhatTheRoleForbidsAndRefusesSilenceAndContradiction() {
        NewEncounter said = at("2026-11-20", "14:30", null);
        refusedFor("acts", by(said, null, null));
        refusedFor("acts", by(said, List.of("none", "drafting"), null));
        refusedFor("acts", by(said, List.of("he asked for it"), null));
        desk.log(volunteer, by(said, List.of("drafting", "legal-advice"), null));
        assertThat(logged().attestation().acts()).containsExactly("drafting", "legal-advice");
    }

    @Test
    void letsACoordinatorWriteThatTheyMetAndNoWordOfIt() {
        NewEncounter said = at("2026-11-20", "14:30", null);
        refusedFor("note", People.coordinator(), by(said, null, "wants company"));
        refusedFor("acts", People.coordinator(), by(said, List.of("none"), null));
        desk.log(People.coordinator(), by(said, null, null));
        assertThat(logged().enteredBy()).isEqualTo(Writer.COORDINATOR);
        assertThat(logged().attestation()).isNull();
        assertThat(logged().note()).isNull();
    }

    @Test
    void letsNobodyElseInAndTellsThemNothing() {
        NewEncounter said = at("2026-11-20", "14:30", null);
        for (Asked other : List.of(People.participant(p.value()), People.volunteer(UUID.randomUUID()))) {
            assertThatThrownBy(() -> desk.log(other, said)).isInstanceOf(NotOnRecord.class);
        }
        NewEncounter unknown = new NewEncounter(
                UUID.randomUUID().toString(), null, null, null, null, null, null, null, null, null, null, null, null);
        assertThatThrownBy(() -> desk.log(volunteer, unknown)).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.log(People.coordinator(), unknown)).isInstanceOf(NotOnRecord.class);
        assertThat(house.record().facts()).isEmpty();
    }

    @Test
    void isTakenOnceHoweverOftenItIsSentWithOneKey() {
        NewEncounter said = at("2026-11-20", "14:30", null);
        String key = UUID.randomUUID().toString();
        Asked once = People.withKey(volunteer, key);
        Outcome first = desk.log(once, said);
        assertThat(desk.log(People.withKey(volunteer, key), said).answer()).isEqualTo(first.answer());
        assertThat(house.record().facts(EncounterLogged.class)).hasSize(1);
        assertThatThrownBy(() -> desk.log(People.withKey(volunteer, key), at("2026-11-20", "14:35", null)))
                .isInstanceOf(KeyReused.class);
    }

    /** R6: V certified until 30 June logs an encounter held on 2 July. */
    @Test
    void storesWhatWasHeldAfterTheLastDayOfQualificationWithThatFinding() {
        lastDay = LocalDate.of(2026, 6, 30);
        desk.log(volunteer, at("2026-06-30", "23:59", null));
        desk.log(volunteer, at("2026-07-01", "00:00", null));
        assertThat(house.record().facts(EncounterLogged.class))
                .extracting(each ->
                        each.findings().stream().map(found -> found.found()).toList())
                .containsExactly(List.of(Found.LATE_ENTRY), List.of(Found.LATE_ENTRY, Found.NOT_QUALIFIED));
    }

    @Test
    void takesInWhatTheVolunteerOfAMatchThatEndedBringsAndShowsThemNothingOfIt() {
        until = Instant.parse("2026-11-20T16:00:00Z");
        Outcome outcome = desk.log(volunteer, at("2026-11-20", "14:30", null));
        EncounterId id = EncounterId.of(outcome.answer());
        assertThatThrownBy(() -> desk.correct(volunteer, id, correction("45", null)))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> writers.ofForm(volunteer, "GET /encounters/new", match))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> writers.show(volunteer, PurposeOfUse.TREAT, "GET /encounters/{id}/correction", id))
                .isInstanceOf(NotOnRecord.class);
        desk.correct(People.coordinator(), id, correction("45", null));
        assertThat(house.record().facts(EncounterCorrected.class)).hasSize(1);
    }

    private static EncounterCorrection correction(String minutes, @Nullable String note) {
        return new EncounterCorrection(
                "wrong-length",
                "2026-11-20",
                "14:30",
                null,
                minutes,
                "phone",
                List.of("emotional"),
                null,
                null,
                note,
                null,
                null,
                null,
                null,
                null);
    }

    private NewEncounter with(@Nullable List<String> present) {
        return with(present, null);
    }

    private NewEncounter with(@Nullable List<String> present, @Nullable List<String> sheets) {
        NewEncounter said = at("2026-11-20", "14:30", null);
        return new NewEncounter(
                said.match(),
                said.day(),
                said.time(),
                said.turn(),
                said.minutes(),
                said.medium(),
                said.support(),
                said.topics(),
                said.acts(),
                said.note(),
                said.reflection(),
                present,
                sheets);
    }

    @Test
    void citesTheVersionsThatWereGivenWithWhatTheySaid() {
        SheetId sheet = new SheetId(UUID.randomUUID());
        inReview = true;
        desk.log(volunteer, with(null, List.of(sheet + ".2", sheet + ".2", sheet + ".1")));
        assertThat(house.record().facts(EncounterSheetsGiven.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.sheets())
                        .containsExactly(new CitedSheet(sheet, 2, "digest 2"), new CitedSheet(sheet, 1, "digest 1")));
        assertThat(askedOf).contains(sheet + " 2 2026-11-20 2026-11-20T14:30:00Z");

        desk.log(volunteer, with(null, List.of("NONE")));
        assertThat(house.record().facts(EncounterSheetsGiven.class)).hasSize(1);
    }

    @Test
    void citesNoneWhoseReviewDidNotHoldThatDayAndNoneThatThereIsNot() {
        String sheet = new SheetId(UUID.randomUUID()) + ".2";
        refusedFor("sheets", with(null, List.of(sheet)));
        inReview = true;
        refusedFor("sheets", with(null, List.of(new SheetId(UUID.randomUUID()) + ".9")));
        refusedFor("sheets", with(null, List.of("the yellow one")));
        refusedFor("sheets", with(null, List.of("NONE", sheet)));
        assertThat(house.record().facts()).isEmpty();
    }

    @Test
    void storesWhoElseWasThereWithTheYesThatWasGivenForThatDay() {
        PresenceId question = new PresenceId(UUID.randomUUID());
        agreed = Map.of(Guest.TRAINEE, question);
        desk.log(volunteer, with(List.of("TRAINEE", "observer")));
        assertThat(house.record().facts(EncounterPresenceNoted.class))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.present())
                            .containsExactly(new Present(Guest.OBSERVER, null), new Present(Guest.TRAINEE, question));
                    assertThat(fact.held()).isEqualTo(logged().held());
                });
        assertThat(askedOf).containsExactly(match + " 2026-11-20 2026-11-20T14:30:00Z");
    }

    @Test
    void asksNobodyWhereNobodyElseWasThereAndRefusesContradictions() {
        desk.log(volunteer, with(null));
        desk.log(volunteer, with(List.of()));
        desk.log(volunteer, with(List.of("NOBODY")));
        refusedFor("present", with(List.of("NOBODY", "OBSERVER")));
        refusedFor("present", with(List.of("my neighbour")));
        assertThat(house.record().facts(EncounterPresenceNoted.class)).isEmpty();
        assertThat(askedOf).isEmpty();
    }

    @Test
    void correctsBesideWhatWasThereAndKeepsWhatIsLeftOut() {
        EncounterId id = EncounterId.of(
                desk.log(volunteer, at("2026-11-20", "14:30", null)).answer());
        desk.correct(volunteer, id, correction("45", null));
        desk.correct(volunteer, id, correction("50", "wants to go alone"));
        assertThat(house.record().facts(EncounterLogged.class)).hasSize(1);
        List<EncounterCorrected> facts = house.record().facts(EncounterCorrected.class);
        assertThat(facts).extracting(EncounterCorrected::noteIs).containsExactly(Wording.KEPT, Wording.CHANGED);
        assertThat(facts).extracting(EncounterCorrected::reflectionIs).containsOnly(Wording.KEPT);
        assertThat(facts).extracting(each -> each.held().minutes()).containsExactly(45, 50);
        assertThat(facts).extracting(EncounterCorrected::attestation).containsOnlyNulls();
        assertThat(writers.show(volunteer, PurposeOfUse.TREAT, "GET /encounters/{id}/correction", id)
                        .held()
                        .minutes())
                .isEqualTo(50);
        assertThatThrownBy(() -> desk.correct(People.coordinator(), id, correction("50", "something")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.correct(People.participant(p.value()), id, correction("50", null)))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.correct(volunteer, new EncounterId(UUID.randomUUID()), correction("50", null)))
                .isInstanceOf(NotOnRecord.class);
    }

    @Test
    void waitsForACoordinatorWhoDidNotWriteIt() {
        EncounterId id = EncounterId.of(
                desk.log(volunteer, at("2026-11-20", "14:30", null)).answer());
        Asked writer = People.coordinator();
        Asked other = People.coordinator();
        SendingBack why = new SendingBack("right-as-it-was");
        desk.correct(volunteer, id, correction("45", null));
        assertThatThrownBy(() -> desk.approve(volunteer, id, 2)).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.approve(People.participant(p.value()), id, 2))
                .isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.approve(People.asks(v.value(), Role.VOLUNTEER, Role.COORDINATOR), id, 2))
                .isInstanceOf(EncounterRefused.class);
        desk.correct(writer, id, correction("50", null));
        assertThatThrownBy(() -> desk.approve(other, id, 2)).isInstanceOf(EncounterRefused.class);
        assertThatThrownBy(() -> desk.approve(writer, id, 3)).isInstanceOf(EncounterRefused.class);
        assertThatThrownBy(() -> desk.sendBack(writer, id, 3, why)).isInstanceOf(EncounterRefused.class);
        assertThatThrownBy(() -> desk.sendBack(other, id, 3, new SendingBack("words of my own")))
                .isInstanceOf(Invalid.class);
        desk.sendBack(other, id, 3, why);
        assertThat(house.record().facts(EncounterCorrectionSentBack.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.held()).isEqualTo(logged().held()));
        assertThat(writers.show(volunteer, PurposeOfUse.TREAT, "GET /encounters/{id}/correction", id)
                        .held())
                .isEqualTo(logged().held());
        desk.correct(volunteer, id, correction("45", null));
        desk.approve(other, id, 4);
        assertThat(house.record().facts(EncounterCorrectionApproved.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.held().minutes()).isEqualTo(45));
        assertThatThrownBy(() -> desk.approve(other, new EncounterId(UUID.randomUUID()), 2))
                .isInstanceOf(NotOnRecord.class);
    }

    /** Whoever corrects what waits takes along what was written before them: its writer vouches for none of it. */
    @Test
    void waitsForACoordinatorWhoWroteNoneOfWhatWaits() {
        EncounterId id = EncounterId.of(
                desk.log(volunteer, at("2026-11-20", "14:30", null)).answer());
        Asked writer = People.coordinator();
        Asked other = People.coordinator();
        desk.correct(writer, id, correction("50", null));
        desk.correct(volunteer, id, correction("50", "one word more"));
        assertThatThrownBy(() -> desk.approve(writer, id, 3)).isInstanceOf(EncounterRefused.class);
        desk.approve(other, id, 3);

        desk.correct(volunteer, id, correction("55", null));
        desk.approve(writer, id, 4);
        assertThat(house.record().facts(EncounterCorrectionApproved.class)).hasSize(2);
    }
}
