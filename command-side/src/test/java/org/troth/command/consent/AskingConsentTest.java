package org.troth.command.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.ModelAndView;
import org.troth.command.consent.ConsentRequest.ConsentConversation;
import org.troth.command.consent.ConsentRequest.ConsentQuestion;
import org.troth.command.consent.ConsentRequest.UnderstandingCheck;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.dispatch.Phrase;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDigests;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.People;
import org.troth.events.AgencyId;
import org.troth.events.ConsentId;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.consent.ConsentEvent.ConsentAsked;
import org.troth.events.consent.ConsentEvent.ConsentDeclined;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentTalkedThrough;
import org.troth.events.consent.ConsentEvent.ConsentUnderstood;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.ConsentEvent.Interpreting;
import org.troth.events.consent.ConsentInForce;
import org.troth.events.consent.Purpose;
import org.troth.events.consent.Recipient;
import org.troth.events.directory.AgencyListing;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Precondition;
import org.troth.events.recording.Unit;

class AskingConsentTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.now(CLOCK);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Consent.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final AgencyId agency = new AgencyId(UUID.randomUUID());
    private final AgencyListing agencies = id -> id.equals(agency)
            ? Optional.of(new AgencyListing.Listing(id, "Harbour Advice", new Precondition(id.toString(), 0)))
            : Optional.empty();
    private final ConsentTexts texts = new ConsentTexts(new MemoryDigests());
    private final RecordedConsents consents = new RecordedConsents(record, new PretendGuardianship(), CLOCK);
    private final ConsentDesk desk = new ConsentDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            texts,
            agencies,
            consents,
            new AskedConsents(MemoryRecord.plainTags(), record),
            CLOCK);
    private final Asked coordinator = People.coordinator();
    private final ParticipantId p = participant();
    private static final UnderstandingCheck RIGHT = new UnderstandingCheck(List.of("b", "a", "a"));

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

    private ConsentQuestion question(@Nullable String lastDay) {
        return new ConsentQuestion(
                p.toString(), "SHARING", agency.toString(), List.of("IDENTITY", "CONTACT"), "en-GB", lastDay);
    }

    private ConsentId asked(@Nullable String lastDay) {
        return ConsentId.of(desk.ask(coordinator, question(lastDay)).answer());
    }

    @Nullable
    String whyNot(ConsentId consent, AgencyId recipient, Set<DataClass> classes, LocalDate day) {
        return said(consents.covers(consent, p, Purpose.SHARING, Recipient.agency(recipient), classes, day));
    }

    @Nullable
    private static String said(ConsentInForce.Answer answer) {
        String why = answer.whyNot();
        return why == null ? null : Phrase.of("command.consent.why." + why).english();
    }

    @Test
    void keepsTheHashOfExactlyTheTextThatIsShown() {
        ConsentId id = asked(null);
        ConsentAsked fact = record.facts(ConsentAsked.class).get(0);
        String shown = desk.open(People.participant(p.value()), PurposeOfUse.PATRQT, "GET", id)
                .text()
                .text();
        assertThat(fact.text().sha256()).isEqualTo(new MemoryDigests().sha256(shown));
        assertThat(fact.text().language()).isEqualTo("en");
    }

    @Test
    void refusesAnUnknownAgencyAndALanguageWithoutAText() {
        assertThatThrownBy(() -> desk.ask(
                        coordinator,
                        new ConsentQuestion(
                                p.toString(),
                                "SHARING",
                                UUID.randomUUID().toString(),
                                List.of("IDENTITY"),
                                "en",
                                null)))
                .hasMessage(ConsentRefused.agencyUnknown().plain());
        assertThatThrownBy(() -> desk.ask(
                        coordinator,
                        new ConsentQuestion(p.toString(), "SUPPORT", null, List.of("IDENTITY"), "tlh", null)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.ask(
                        coordinator,
                        new ConsentQuestion(
                                UUID.randomUUID().toString(), "SUPPORT", null, List.of("IDENTITY"), "en", null)))
                .isInstanceOf(NotOnRecord.class);
    }

    @Test
    void lastsForTheLongestTermWhereNoDayIsNamedAndForNoLonger() {
        ConsentId unsaid = asked(null);
        asked(TODAY.plusDays(365).toString());
        asked("2026-11-30");
        desk.ask(coordinator, new ConsentQuestion(p.toString(), "SUPPORT", null, List.of("IDENTITY"), "en", null));
        assertThat(record.facts(ConsentAsked.class))
                .extracting(ConsentAsked::lastDay)
                .containsExactly(
                        LocalDate.parse("2027-11-21"),
                        LocalDate.parse("2027-11-21"),
                        LocalDate.parse("2026-11-30"),
                        null);
        for (String later : List.of("2027-11-22", "2999-12-31")) {
            assertThatThrownBy(() -> asked(later))
                    .isInstanceOfSatisfying(ConsentRefused.class, refused -> {
                        assertThat(refused.rule()).isEqualTo("last-day-too-late");
                        assertThat(refused.field()).isEqualTo("lastDay");
                    })
                    .hasMessage(
                            "What is passed on has a last day, at most 365 days from today. It can be asked for again.");
        }
        desk.understand(themselves, unsaid, RIGHT);
        desk.give(themselves, unsaid);
        assertThat(whyNot(unsaid, agency, Set.of(DataClass.IDENTITY), LocalDate.parse("2027-11-21")))
                .isNull();
        assertThat(whyNot(unsaid, agency, Set.of(DataClass.IDENTITY), LocalDate.parse("2027-11-22")))
                .contains("has passed");
    }

    @Test
    void showsTheLongestTermInTheFormThatAsksForSharing() throws Exception {
        MockMvc web = Callers.over(
                coordinator,
                new ConsentForms(
                        desk,
                        agencies,
                        new RecordedWords(
                                new AskedConsents(MemoryRecord.plainTags(), record),
                                record,
                                new PretendGuardianship(),
                                CLOCK)));
        for (boolean sharing : List.of(true, false)) {
            var address = MockMvcRequestBuilders.get("/consents/new").param("participant", p.toString());
            ModelAndView page = web.perform(sharing ? address.param("agency", agency.toString()) : address)
                    .andReturn()
                    .getModelAndView();
            assertThat(page).isNotNull();
            assertThat(((ConsentQuestion) page.getModel().get("said")).lastDay())
                    .isEqualTo(sharing ? "2027-11-21" : null);
        }
    }

    private final Asked themselves = People.participant(p.value());

    private ConsentId given(@Nullable String lastDay) {
        ConsentId id = asked(lastDay);
        desk.understand(themselves, id, RIGHT);
        desk.give(themselves, id);
        return id;
    }

    @Test
    void isAgreedToByTheParticipantAloneAndDeclinedOrTakenBackByACoordinatorOnTheirWord() {
        ConsentId first = given(null);
        ConsentId second = asked(null);
        assertThatThrownBy(() -> desk.understand(coordinator, second, RIGHT)).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.give(coordinator, second)).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() -> desk.give(People.asks(p.value(), Role.VOLUNTEER), second))
                .isInstanceOf(NotOnRecord.class);
        assertThat(disclosing.refusals()).hasSize(3);
        desk.decline(coordinator, second);
        desk.withdraw(coordinator, first);
        assertThat(record.facts(ConsentGiven.class)).hasSize(1);
        assertThat(record.facts(ConsentDeclined.class)).hasSize(1);
        assertThat(record.facts(ConsentWithdrawn.class)).hasSize(1);
    }

    @Test
    void showsThePassageAgainForEveryWrongOrMissingAnswerAndKeepsNothingOfIt() {
        ConsentId id = asked(null);
        int before = record.facts(Fact.class).size();
        for (List<@Nullable String> wrong : List.<List<@Nullable String>>of(
                List.of(), List.of("a", "a", "a"), List.of("b", "b", "b", "b"), List.of("B", "a", "x"))) {
            assertThatThrownBy(() -> desk.understand(themselves, id, new UnderstandingCheck(wrong)))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            invalid -> assertThat(invalid.faults()).isNotEmpty().allSatisfy(fault -> {
                                assertThat(fault.field()).matches("question[123]");
                                assertThat(fault.rule()).isEqualTo("read-again");
                            }));
        }
        assertThat(record.facts(Fact.class)).hasSize(before);
        assertThat(disclosing.refusals()).isEmpty();
        assertThatThrownBy(() -> desk.give(themselves, id))
                .hasMessage(ConsentRefused.notUnderstood().plain());
        desk.understand(themselves, id, RIGHT);
        desk.give(themselves, id);
        assertThat(record.facts(ConsentUnderstood.class).get(0).questions().name())
                .isEqualTo("sharing-questions");
    }

    @Test
    void talksItThroughAsACoordinatorAndNamesNobody() {
        ConsentId id = asked(null);
        ConsentConversation talk = new ConsentConversation("phone", "ar", "OTHER_PERSON");
        desk.talkThrough(coordinator, id, talk);
        assertThatThrownBy(() -> desk.talkThrough(themselves, id, talk)).isInstanceOf(NotOnRecord.class);
        assertThatThrownBy(() ->
                        desk.talkThrough(coordinator, id, new ConsentConversation("her sister", "ar", "a sister")))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).hasSize(2));
        assertThat(record.facts(ConsentTalkedThrough.class))
                .containsExactly(new ConsentTalkedThrough(id, p, "phone", "ar", Interpreting.OTHER_PERSON));
        assertThatThrownBy(() -> desk.give(themselves, id))
                .hasMessage(ConsentRefused.notUnderstood().plain());
    }

    @Test
    void isAskedInThePersonsOwnLanguageWhereTheTextIsPublishedInItAndElseInEnglish() {
        for (List<String> each : List.of(List.of("ar", "ar"), List.of("uk", "en"), List.of("en", "en"))) {
            ParticipantId speaker = new ParticipantId(UUID.randomUUID());
            record.record(
                    new Unit(coordinator.actor(), UUID.randomUUID()),
                    List.of(new NewFact(
                            "Participant",
                            speaker.toString(),
                            0,
                            new EnquiryReceived(speaker, "housing", each.get(0), null))));
            desk.ask(
                    coordinator,
                    new ConsentQuestion(speaker.toString(), "SUPPORT", null, List.of("IDENTITY"), " ", null));
            List<ConsentAsked> facts = record.facts(ConsentAsked.class);
            assertThat(facts.get(facts.size() - 1).text().language()).isEqualTo(each.get(1));
        }
    }

    @Test
    void isNeverAnsweredByASupporterWhateverElseTheyMayDo() {
        ConsentId id = asked(null);
        for (Asked supporter : List.of(
                People.volunteer(UUID.randomUUID()),
                People.asks(UUID.randomUUID(), Role.VOLUNTEER, Role.COORDINATOR),
                People.participant(UUID.randomUUID()))) {
            assertThatThrownBy(() -> desk.give(supporter, id)).isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> desk.withdraw(supporter, id)).isInstanceOf(NotOnRecord.class);
        }
        assertThatThrownBy(() -> desk.give(People.participant(p.value()), new ConsentId(UUID.randomUUID())))
                .isInstanceOf(NotOnRecord.class);
        assertThat(record.facts(ConsentGiven.class)).isEmpty();
        assertThat(disclosing.refusals()).hasSize(7);
    }

    @Test
    void coversExactlyWhatWasAgreedAndSaysWhyNot() {
        ConsentId id = asked("2026-11-30");
        Set<DataClass> identity = Set.of(DataClass.IDENTITY);
        assertThat(whyNot(id, agency, identity, TODAY)).contains("not given");
        desk.understand(themselves, id, RIGHT);
        desk.give(themselves, id);
        assertThat(whyNot(id, agency, identity, TODAY)).isNull();
        assertThat(whyNot(id, agency, Set.of(DataClass.IDENTITY, DataClass.CONTACT), LocalDate.parse("2026-11-30")))
                .isNull();
        assertThat(whyNot(id, agency, identity, LocalDate.parse("2026-12-01"))).contains("has passed");
        assertThat(whyNot(id, new AgencyId(UUID.randomUUID()), identity, TODAY)).contains("another recipient");
        assertThat(whyNot(id, agency, Set.of(DataClass.NARRATIVE), TODAY)).contains("does not cover");
        assertThat(whyNot(id, agency, Set.of(), TODAY)).contains("does not cover");
        assertThat(whyNot(new ConsentId(UUID.randomUUID()), agency, identity, TODAY))
                .contains("no such consent");
        assertThat(said(consents.covers(
                        id,
                        new ParticipantId(UUID.randomUUID()),
                        Purpose.SHARING,
                        Recipient.agency(agency),
                        identity,
                        TODAY)))
                .contains("no such consent");
        assertThat(said(consents.covers(id, p, Purpose.REPORTING, Recipient.agency(agency), identity, TODAY)))
                .contains("another purpose");
    }

    @Test
    void endsAtOnceWhenItIsWithdrawnAndRecordsThatASecondWithdrawalWasRefused() {
        ConsentId id = asked(null);
        desk.understand(themselves, id, RIGHT);
        desk.give(themselves, id);
        desk.withdraw(People.participant(p.value()), id);
        assertThat(whyNot(id, agency, Set.of(DataClass.IDENTITY), TODAY)).contains("withdrawn");
        assertThat(consents.covers(id, p, Purpose.SHARING, Recipient.agency(agency), Set.of(DataClass.IDENTITY), TODAY)
                        .precondition())
                .isEqualTo(new Precondition(id.toString(), 3));
        assertThatThrownBy(() -> desk.withdraw(coordinator, id))
                .hasMessage(ConsentRefused.alreadyWithdrawn().plain());
        assertThat(disclosing.refusals()).containsExactly("POST /consents/{id}/withdrawal " + p + " already-withdrawn");
    }

    @Test
    void answersTheSameKeyOnce() {
        Asked keyed = People.withKey(coordinator, UUID.randomUUID().toString());
        String first = desk.ask(keyed, question(null)).answer();
        assertThat(desk.ask(keyed, question(null)).answer()).isEqualTo(first);
        assertThat(record.facts(ConsentAsked.class)).hasSize(1);
    }
}
