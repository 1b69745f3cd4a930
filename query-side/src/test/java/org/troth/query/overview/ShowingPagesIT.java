package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.troth.events.ConsentId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.Purpose;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactChannel;
import org.troth.events.participant.ParticipantEvent.EnquiryAnswered;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.FirstTellingStepTaken;
import org.troth.events.participant.ParticipantEvent.FollowUpChosen;
import org.troth.events.participant.ParticipantEvent.FollowUpMade;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.participant.ParticipantEvent.Urgency;
import org.troth.events.recording.RecordUnavailable;
import org.troth.query.reading.AskedWrongly;
import org.troth.query.sample.Pages;
import org.troth.query.sample.PretendWords;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithPostgres
class ShowingPagesIT {

    private static final List<String> SECRETS = List.of(
            "Ada Byron", "Vera Rubin", "phone of Ada", "mornings only", "intake note", "enquiry words", "after eight");

    private static final Set<String> WISHES = Set.of("change-asked", "boundary-declined", "request-declined");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static CaseHouse shown;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        shown = new CaseHouse(database);
    }

    @AfterAll
    static void close() {
        shown.close();
    }

    @BeforeEach
    void begin() {
        shown.house.gate.forget();
        shown.house.words.tamper(false);
        pages = new Pages(shown.house);
    }

    @Test
    void putsTheWholeCaseOnOnePageAndDisclosesExactlyThatInOneGo() throws Exception {
        String words = pages.words("/participants/{id}", shown.ada.value());

        assertThat(words)
                .contains("Ada Byron", "phone of Ada Byron", "mornings only", "intake note of Ada Byron", "Vera Rubin")
                .contains("not after eight", "only by text", "Harbour Law", "Was enrolled.", "In force")
                .contains("Change to arrange by 20 May 2026");
        assertThat(shown.house.gate.looks).singleElement().satisfies(look -> {
            assertThat(look.route()).isEqualTo("/participants/{id}");
            assertThat(look.shown())
                    .extracting(Look.Shown::person)
                    .containsExactlyInAnyOrder(shown.ada.value(), shown.vera.value());
            assertThat(of(look, shown.ada.value()).classes())
                    .isEqualTo(Set.of(DataClass.IDENTITY, DataClass.CONTACT, DataClass.NARRATIVE));
            assertThat(of(look, shown.vera.value()).classes())
                    .isEqualTo(Set.of(DataClass.IDENTITY, DataClass.NARRATIVE));
        });
    }

    /** So that whoever was here before names were kept is known by name, and nobody is opened for it. */
    @Test
    void tellsTheNamesThatItShowsOnceTheLookIsOnTheRecord() throws Exception {
        shown.house.names.told().clear();
        shown.house.gate.down = true;
        assertThatThrownBy(() -> pages.get("/participants/" + shown.ada)).isNotNull();
        assertThat(shown.house.names.told()).isEmpty();
        shown.house.gate.down = false;
        pages.words("/participants/{id}", shown.ada.value());
        assertThat(shown.house.names.told())
                .containsOnly(Map.entry(shown.ada.value(), "Ada Byron"), Map.entry(shown.vera.value(), "Vera Rubin"));
    }

    @Test
    void showsWhatWasWrittenUnderACodeUntilItIsTakenBack() throws Exception {
        ParticipantId nameless = shown.story.enquiry("housing");
        shown.story.nameless(nameless, false);
        ParticipantId gone = shown.story.enquiry("housing");
        shown.story.nameless(gone, true);
        shown.house.caughtUp();

        assertThat(pages.words("/participants/{id}", nameless.value()))
                .contains("words added later", "words of an answer", "enquiry words")
                .contains("The code was used", "Showed the code: the enquiry is theirs.");
        assertThat(pages.words("/participants/{id}", gone.value()))
                .contains("Took the enquiry back.", "Closed")
                .doesNotContain("words added later", "words of an answer", "enquiry words");
        assertThat(pages.words("/")).doesNotContain(gone.toString());
    }

    @Test
    void showsTheNewestOfMuchThatWasWrittenInItsOrder() throws Exception {
        ParticipantId much = shown.story.enquiry("housing");
        shown.story.tell(new ReceiptGiven(much));
        for (int time = 1; time <= 51; time++) {
            shown.story.tell(new EnquiryAnswered(
                    much, PretendWords.sealed(Words.ENQUIRY_ANSWER, much.value(), "answer " + time + ".")));
        }
        shown.house.caughtUp();

        assertThat(pages.words("/participants/{id}", much.value()))
                .containsSubsequence("answer 2.", "answer 3.", "answer 51.")
                .doesNotContain("answer 1.");
    }

    @Test
    void listsThoseWhoWaitByUrgencyAndThenByWhoAskedFirst() throws Exception {
        ParticipantId first = shown.story.enquiry("debt");
        ParticipantId second = shown.story.enquiry("debt");
        ParticipantId third = shown.story.enquiry("debt");
        for (ParticipantId each : List.of(third, second, first)) {
            shown.story.intake(each, "Somebody");
            shown.story.waits(each, each == third ? Urgency.URGENT : Urgency.SOON);
        }
        shown.house.caughtUp();
        assertThat(waiting()).containsExactly(third.toString(), first.toString(), second.toString());
        assertThat(pages.words("/worklist/list")).contains("Urgent", "Soon");
        assertThat(pages.words("/participants/{id}", third.value()))
                .contains("The right help", "Fits our work", "Call today", "on the list since");

        VolunteerId volunteer = shown.story.volunteer("Somebody Else", 3, "debt");
        shown.story.tell(new ParticipantEnrolled(first, Story.LAW));
        shown.story.started(first, volunteer);
        shown.story.tell(new EnquiryClosed(second, "changed-mind"));
        shown.story.waits(third, Urgency.STEADY);
        shown.story.tell(new ParticipantEnrolled(third, Story.LAW));
        shown.house.caughtUp();
        assertThat(waiting()).containsExactly(third.toString());
    }

    @Test
    void showsThatSupportHasEndedAndWhoeverWishesToBeAskedOnceItsDayHasCome() throws Exception {
        ParticipantId asked = shown.story.enrolled("Hertha Ayrton");
        ParticipantId unasked = shown.story.enrolled("Hertha Sponer");
        VolunteerId beside = shown.story.volunteer("Somebody Beside", 1, "housing");
        MatchId open = shown.story.started(asked, beside);
        shown.story.waits(asked, Urgency.SOON);
        ConsentId ending = shown.story.consent(asked, Purpose.SUPPORT, LocalDate.of(2026, 6, 13));
        shown.story.tell(new ConsentGiven(ending, asked, Story.LAW));
        shown.house.caughtUp();
        assertThat(pages.words("/worklist/consent")).contains("Hertha Ayrton");
        shown.story.ends(asked, LocalDate.of(2026, 1, 6));
        shown.story.tell(new CaseClosed(unasked, "their-wish", Story.LAW));
        shown.house.caughtUp();
        assertThat(pages.words("/participants/{id}", asked.value()))
                .contains("Closed", "matter settled", "from 6 January 2026, by phone and no other way", "Begin again")
                .doesNotContain("End support", "on the list since");
        assertThat(pages.words("/participants/{id}", unasked.value())).contains("Do not ask.", "their wish");
        assertThat(pages.words("/worklist/afterwards"))
                .contains("Hertha Ayrton")
                .doesNotContain("Hertha Sponer");
        assertThat(pages.words("/worklist/consent")).doesNotContain("Hertha Ayrton");

        // The match ends a moment later, by itself: the case stays closed.
        shown.story.tell(new MatchEnded(open, asked, beside, EndReason.SUPPORT_COMPLETE));
        shown.house.caughtUp();
        assertThat(pages.words("/participants/{id}", asked.value())).contains("Begin again");
        shown.story.tell(new FollowUpMade(asked, "talked", Story.LAW));
        shown.story.tell(new CaseReopened(unasked, Story.LAW));
        shown.house.caughtUp();
        assertThat(pages.words("/worklist/afterwards")).doesNotContain("Hertha Ayrton");
        assertThat(pages.words("/participants/{id}", unasked.value()))
                .contains("Enrolled", "End support")
                .doesNotContain("Begin again", "Do not ask.");
    }

    @Test
    void waitsForATalkWithWhoeverTookTheirYesToSupportBackUntilTheyAreAskedAgainOrSupportEnds() throws Exception {
        ParticipantId back = shown.story.enrolled("Olga Taussky");
        ParticipantId other = shown.story.enrolled("Olga Ladyzhenskaya");
        ParticipantId never = shown.story.enrolled("Olga Oleinik");
        for (ParticipantId each : List.of(back, other)) {
            ConsentId consent = shown.story.consent(each, Purpose.SUPPORT, LocalDate.of(2999, 1, 1));
            shown.story.tell(new ConsentGiven(consent, each, Story.LAW));
            shown.story.tell(new ConsentWithdrawn(consent, each, Story.LAW));
        }
        ConsentId matching = shown.story.consent(never, Purpose.MATCHING, LocalDate.of(2999, 1, 1));
        shown.story.tell(new ConsentGiven(matching, never, Story.LAW));
        shown.story.tell(new ConsentWithdrawn(matching, never, Story.LAW));
        shown.house.caughtUp();
        assertThat(pages.words("/worklist/withdrawn"))
                .contains("Took back their yes to being supported", "Olga Taussky", "Olga Ladyzhenskaya")
                .doesNotContain("Olga Oleinik");

        shown.story.consent(back, Purpose.SUPPORT, LocalDate.of(2999, 1, 1));
        shown.story.tell(new CaseClosed(other, "their-wish", Story.LAW));
        shown.house.caughtUp();
        assertThat(pages.words("/worklist/withdrawn")).doesNotContain("Olga Taussky", "Olga Ladyzhenskaya");
    }

    @Test
    void asksForNobodyWhoseDayHasNotComeOrWhoseSupportGoesOn() throws Exception {
        ParticipantId early = shown.story.enrolled("Ida Rhodes");
        shown.story.ends(early, LocalDate.of(2999, 1, 1));
        ParticipantId open = shown.story.enrolled("Ida Noddack");
        shown.story.tell(new FollowUpChosen(open, LocalDate.of(2026, 1, 6), ContactChannel.PHONE, Story.LAW));
        shown.house.caughtUp();
        assertThat(pages.words("/worklist/afterwards")).doesNotContain("Ida Rhodes", "Ida Noddack");
        assertThat(pages.words("/participants/{id}", early.value())).doesNotContain("They were asked");
    }

    @Test
    void listsWhatIsToBeDoneAfterAFirstTellingUntilItIsDone() throws Exception {
        ParticipantId told = shown.story.enrolled("Lotte Reiniger");
        shown.story.aside(told, "Teo");
        shown.house.caughtUp();
        assertThat(pages.words("/worklist/step")).containsOnlyOnce("Lotte Reiniger");
        assertThat(pages.words("/participants/{id}", told.value()))
                .contains("heard by: volunteer", "Next: talk again", "Done", "They wish nothing to be done.")
                .contains("Teo 2", "child: comes along")
                .doesNotContain("Teo 1");
        shown.story.tell(new FirstTellingStepTaken(told, 2));
        shown.house.caughtUp();
        assertThat(pages.words("/worklist/step")).doesNotContain("Lotte Reiniger");
    }

    private List<String> waiting() throws Exception {
        return JSON.readTree(pages.get("/api/v1/worklist/list").getContentAsString())
                .get("items")
                .findValuesAsString("participant");
    }

    @Test
    void tellsNobodyWhoRunsTheProgrammeWhoseWishAChangeOrANoWas() throws Exception {
        assertThat(pages.words("/participants/{id}", shown.ada.value()))
                .contains("A change was asked for", "No was said to a request.")
                .doesNotContain("· participant", "· volunteer");
        List<JsonNode> lines = new ArrayList<>();
        JSON.readTree(pages.get("/api/v1/participants/{id}", shown.ada.value()).getContentAsString())
                .get("story")
                .forEach(lines::add);
        assertThat(lines)
                .filteredOn(line -> WISHES.contains(line.get("kind").asString()))
                .hasSize(3)
                .allSatisfy(line -> {
                    assertThat(line.path("actor").isString()).isFalse();
                    assertThat(line.path("roles").isString()).isFalse();
                });

        pages.as(Story.AUDITOR);
        assertThat(pages.words("/audit?person=" + shown.ada)).contains("A change was asked for", "participant");
    }

    @Test
    void listsNoMatchOfThePastOnAVolunteersPage() throws Exception {
        ParticipantId before = shown.story.enrolled("Mary Somerville");
        MatchId past = shown.story.started(before, shown.vera);
        shown.story.tell(new MatchEnded(past, before, shown.vera, EndReason.CHANGE_ARRANGED));
        shown.house.caughtUp();

        assertThat(pages.words("/volunteers/{id}", shown.vera.value()))
                .contains("Ada Byron", "Emmy Noether")
                .doesNotContain("Mary Somerville", "Ended");
        assertThat(shown.house.gate.looks)
                .singleElement()
                .satisfies(look ->
                        assertThat(look.shown()).extracting(Look.Shown::person).doesNotContain(before.value()));
    }

    private static Look.Shown of(Look look, UUID person) {
        return look.shown().stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recordsTheLookAtAPersonOfWhomNothingIsKnownYet() throws Exception {
        assertThat(pages.words("/participants/{id}", shown.newcomer.value())).contains("No name yet", "Do the intake");
        assertThat(shown.house.gate.looks).hasSize(1);
    }

    @Test
    void givesTheSameAsJson() throws Exception {
        assertThat(pages.get("/api/v1/participants/{id}", shown.ada.value()).getContentAsString())
                .contains("\"name\":{\"text\":\"Ada Byron\",\"erased\":false,\"withheld\":false}")
                .contains("\"stage\":\"WALKING\"", "\"kind\":\"participant-enrolled\"");
        assertThat(pages.get("/api/v1/worklist").getContentAsString())
                .contains("\"key\":\"change\"", "\"overdue\":true", "\"label\":\"Matched\"");
        assertThat(pages.get("/api/v1/matches/{id}", shown.lookingMatch.value()).getContentAsString())
                .contains("\"candidates\":[", "Lise Meitner");
        for (String address : List.of("/api/v1/consents/" + shown.consent, "/api/v1/boundaries/" + shown.boundary)) {
            assertThat(pages.get(address).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void gathersTheDayOnTheWorklist() throws Exception {
        String words = pages.words("/");
        assertThat(words)
                .contains("Changes to arrange", "20 May 2026", "Overdue")
                .contains("New enquiries", "Looking for somebody", "Lise Meitner", "Proposals without both answers")
                .contains("Consents that end soon", "14 June 2026", "Referrals without an answer")
                .contains("Open cases by stage", "Enquiries by month", "Jan 2026")
                .doesNotContain("Ready to enrol");
        assertThat(shown.house.gate.looks).hasSize(1);
        Set<UUID> people = shown.house.gate.looks.get(0).shown().stream()
                .map(Look.Shown::person)
                .collect(Collectors.toSet());
        // Of the shown.newcomer no word is known: that they wait, since when and with what is shown all the same.
        assertThat(people)
                .contains(shown.ada.value(), shown.looking.value(), shown.newcomer.value())
                .doesNotContain(shown.vera.value());
        for (Waiting waiting : Waiting.values()) {
            assertThat(pages.words("/worklist/" + waiting.key())).contains(waiting.title(shown.house.bean(Said.class)));
        }
    }

    @Test
    void drawsEveryPageForTheOneWhoMaySeeIt() throws Exception {
        for (String address : List.of(
                "/",
                "/participants",
                "/participants/" + shown.ada,
                "/participants/" + shown.ada + "?before=12",
                "/participants/" + shown.newcomer,
                "/volunteers",
                "/volunteers/" + shown.vera,
                "/matches/" + shown.match,
                "/matches/" + shown.lookingMatch,
                "/matches/" + shown.proposedMatch,
                "/referrals/" + shown.referral,
                "/boundaries/" + shown.boundary,
                "/directory",
                "/directory?all=true&participant=" + shown.ada)) {
            drawn(address);
        }
        pages.as(shown.participant());
        drawn("/mine");
        drawn("/boundaries/" + shown.boundary);
        drawn("/referrals/" + shown.referral);
        drawn("/disclosures/of/" + shown.ada);
        pages.as(shown.volunteer());
        drawn("/walks");
        drawn("/boundaries/" + shown.boundary);
        drawn("/disclosures/of/" + shown.vera);
        pages.as(Story.AUDITOR);
        for (String address : List.of(
                "/audit",
                "/audit?person=" + shown.ada + "&kind=consent-given&from=2026-01-01&to=2026-12-31",
                "/audit?forPurpose=COC",
                "/disclosures",
                "/disclosures/searches",
                "/disclosures/refused",
                "/disclosures/readings",
                "/disclosures/of/" + shown.ada)) {
            drawn(address);
        }
        pages.as(Story.ADMINISTRATOR);
        drawn("/accounts");
        drawn("/rebuild");
    }

    private void drawn(String address) throws Exception {
        MockHttpServletResponse response = pages.get(address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        String page = response.getContentAsString();
        assertThat(page)
                .as(address)
                .contains("<main>", "<h1", "</html>")
                .doesNotContain("th:", "style=\"", "onclick")
                .containsOnlyOnce("<h1");
        assertThat(page.replaceAll("(?s).*<title>(.*?)</title>.*", "$1")).doesNotContain("Ada", "Vera");
    }

    @Test
    void namesTheDocumentsOfACase() throws Exception {
        assertThat(pages.words("/participants/" + shown.ada)).contains("Documents", "Receipt of the answer: ");
        assertThat(pages.get("/participants/" + shown.ada).getContentAsString()).contains("/receipt\"");
        assertThat(pages.words("/participants/" + shown.newcomer))
                .contains("There is none yet.")
                .doesNotContain("Receipt of the answer");
    }

    @Test
    void withholdsWhatAPurposeDoesNotCoverAndSaysSo() throws Exception {
        pages.toward(PurposeOfUse.HOPERAT);
        assertThat(pages.words("/participants/" + shown.ada))
                .contains("Ada Byron", "phone of Ada Byron", "not shown for this purpose", "Was enrolled.")
                .doesNotContain("intake note", "enquiry words", "not after eight", "only by text");
        assertThat(shown.house.gate.looks).singleElement().satisfies(look -> {
            assertThat(of(look, shown.ada.value()).classes()).isEqualTo(Set.of(DataClass.IDENTITY, DataClass.CONTACT));
            assertThat(of(look, shown.vera.value()).classes()).isEqualTo(Set.of(DataClass.IDENTITY));
        });
        assertThat(pages.get("/api/v1/participants/" + shown.ada).getContentAsString())
                .contains("\"intakeNote\":{\"text\":null,\"erased\":false,\"withheld\":true}")
                .doesNotContain("intake note of");
        for (String address : List.of("/boundaries/" + shown.boundary, "/referrals/" + shown.referral)) {
            assertThat(pages.words(address))
                    .contains("not shown for this purpose")
                    .doesNotContain("after eight");
        }
        assertThat(shown.house.gate.refusals).isEmpty();
    }

    @Test
    void recordsEverybodyWhoseStatesStandOnAPageOfAnotherPerson() throws Exception {
        pages.words("/volunteers/" + shown.vera);
        pages.words("/boundaries/" + shown.wordless);
        assertThat(shown.house.gate.looks)
                .hasSize(2)
                .allSatisfy(look -> assertThat(look.shown())
                        .extracting(Look.Shown::person)
                        .contains(shown.ada.value(), shown.vera.value()));
    }

    @Test
    void answersTheForbiddenLikeTheUnknownAndRecordsBoth() {
        List<String> everything = List.of(
                "/participants",
                "/participants/" + shown.ada,
                "/volunteers/" + shown.vera,
                "/matches/" + shown.match,
                "/worklist/filtered",
                "/worklist/filters",
                "/audit",
                "/rebuild");
        pages.as(shown.participant());
        for (String address : everything) {
            assertThatThrownBy(() -> pages.get(address)).as(address).hasRootCauseInstanceOf(LookForbidden.class);
        }
        assertThat(shown.house.gate.refusals).hasSize(everything.size());
        assertThat(shown.house.gate.looks).isEmpty();

        assertThatThrownBy(() -> pages.get("/disclosures/of/" + shown.looking))
                .hasRootCauseInstanceOf(LookForbidden.class);
        assertThatThrownBy(() -> pages.get("/api/v1/referrals/" + UUID.randomUUID()))
                .hasRootCauseInstanceOf(LookForbidden.class);
        pages.as(Story.COORDINATOR);
        assertThatThrownBy(() -> pages.get("/participants/" + UUID.randomUUID()))
                .hasRootCauseInstanceOf(LookForbidden.class);
        assertThatThrownBy(() -> pages.get("/disclosures/of/" + shown.ada)).hasRootCauseInstanceOf(LookForbidden.class);
        assertThat(shown.house.gate.refusals).hasSize(everything.size() + 4);
    }

    @Test
    void showsNothingWhenTheLookCannotBeRecorded() {
        shown.house.gate.down = true;
        for (String address :
                List.of("/", "/participants", "/participants/" + shown.ada, "/volunteers", "/matches/" + shown.match)) {
            assertThatThrownBy(() -> pages.get(address))
                    .as(address)
                    .hasRootCauseInstanceOf(RecordUnavailable.class)
                    .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain(SECRETS));
        }
        assertThatThrownBy(() -> pages.post("/participants/search", "term", "ada"))
                .hasRootCauseInstanceOf(RecordUnavailable.class);
        pages.as(Story.AUDITOR);
        for (String address : List.of(
                "/audit", "/disclosures", "/disclosures/of/" + shown.ada, "/disclosures/of/" + shown.ada + ".csv")) {
            assertThatThrownBy(() -> pages.get(address)).as(address).hasRootCauseInstanceOf(RecordUnavailable.class);
        }
    }

    @Test
    void failsLoudlyOnWordsThatWereTamperedWith() {
        shown.house.words.tamper(true);
        assertThatThrownBy(() -> pages.get("/participants/" + shown.ada))
                .rootCause()
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why()).isEqualTo(Unreadable.Why.TAMPERED));
    }

    @Test
    void tellsTheAuditorWhatHappenedByFilterAndLogsThatItWasRead() throws Exception {
        pages.as(Story.AUDITOR);
        assertThat(pages.words("/audit?person=" + shown.ada + "&kind=consent-given"))
                .contains("Gave consent.");
        assertThat(shown.house.gate.logReads).containsExactly("/audit " + shown.ada + " 1");
        assertThat(pages.get("/api/v1/audit?person=" + shown.vera).getContentAsString())
                .contains("volunteer-registered", "key-created", "match-started", "boundary-set");
        assertThat(pages.get("/api/v1/audit?actor=" + UUID.randomUUID()).getContentAsString())
                .contains("\"lines\":[]");
        assertThat(pages.get("/api/v1/audit?from=2030-01-01").getContentAsString())
                .contains("\"lines\":[]");
        assertThat(pages.words("/audit")).doesNotContain(SECRETS);
    }

    @Test
    void saysWhatIsWrongWithDaysThatHoldNothing() throws Exception {
        pages.as(Story.AUDITOR);
        MockHttpServletResponse asked = pages.get("/audit?kind=consent-given&from=2026-05-02&to=2026-05-01");
        assertThat(asked.getStatus()).isEqualTo(400);
        assertThat(asked.getContentAsString())
                .contains("The last day comes before the first one.", "href=\"#field-to\"")
                .contains("value=\"2026-05-02\"", "value=\"2026-05-01\"")
                .containsPattern("value=\"consent-given\"[^>]* selected")
                .doesNotContain("Nothing like this happened");
        assertThat(pages.get("/audit?from=0026-05-02").getContentAsString())
                .contains("A day lies between the years 1900 and 2999.", "href=\"#field-from\"");
        assertThat(shown.house.gate.logReads).isEmpty();
        for (String days : List.of("from=2026-05-02&to=2026-05-01", "to=9999-01-01")) {
            assertThatThrownBy(() -> pages.get("/api/v1/audit?" + days)).hasRootCauseInstanceOf(AskedWrongly.class);
        }
        assertThat(pages.get("/api/v1/audit?from=2026-05-02&to=2026-05-02").getStatus())
                .isEqualTo(200);
    }

    @Test
    void keepsEveryWordOutOfTheTables() {
        shown.house.dump("views").forEach((table, rows) -> {
            for (String row : rows) {
                assertThat(row).as(table).doesNotContain(SECRETS).doesNotContain("Lise", "Emmy", "verifier");
            }
        });
    }
}
