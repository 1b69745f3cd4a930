package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.troth.events.BoundaryId;
import org.troth.events.ConsentId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.boundary.BoundaryEvent.BoundaryDeclined;
import org.troth.events.boundary.BoundaryEvent.BoundarySet;
import org.troth.events.boundary.BoundaryEvent.Topic;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Unreadable;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.Purpose;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.recording.RecordUnavailable;
import org.troth.query.reading.AskedWrongly;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithPostgres
class ShowingPagesIT {

    private static final List<String> SECRETS = List.of(
            "Ada Byron", "Vera Rubin", "phone of Ada", "mornings only", "intake note", "enquiry words", "after eight");

    private static final Set<String> WISHES = Set.of("change-asked", "boundary-declined");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static House house;
    private static Story story;
    private static ParticipantId ada;
    private static ParticipantId newcomer;
    private static ParticipantId looking;
    private static VolunteerId vera;
    private static MatchId match;
    private static MatchId lookingMatch;
    private static MatchId proposedMatch;
    private static BoundaryId boundary;
    private static BoundaryId participants;
    private static BoundaryId wordless;
    private static ReferralId referral;
    private static ConsentId consent;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        story = new Story(house.feed, 3).beginning();
        vera = story.volunteer("Vera Rubin", 2, "housing");
        ada = story.enrolled("Ada Byron");
        consent = story.consent(ada, Purpose.SHARING, LocalDate.of(2026, 6, 20));
        story.tell(new ConsentGiven(consent, ada, Story.LAW));
        match = story.started(ada, vera);
        boundary = story.boundary(match, ada, vera, Side.VOLUNTEER, "not after eight");
        participants = story.boundary(match, ada, vera, Side.PARTICIPANT, "only by text");
        wordless = new BoundaryId(story.id());
        story.tell(new BoundarySet(wordless, match, ada, vera, Side.PARTICIPANT, ada.value(), Topic.PLACE, null));
        story.tell(
                new ChangeAsked(match, ada, vera, Side.PARTICIPANT, LocalDate.of(2026, 5, 20), Story.LAW),
                participant());
        story.tell(new BoundaryDeclined(boundary, match, Side.VOLUNTEER), volunteer());
        referral = story.offered(ada);
        story.sent(referral, ada, consent);
        story.looked(Story.COORDINATOR, ada, PurposeOfUse.COC, Ground.ROLE, DataClass.IDENTITY);
        newcomer = story.enquiry("family");
        looking = story.enrolled("Lise Meitner");
        lookingMatch = new MatchId(story.id());
        story.tell(new MatchRequested(lookingMatch, looking));
        ParticipantId third = story.enrolled("Emmy Noether");
        proposedMatch = new MatchId(story.id());
        story.tell(new MatchRequested(proposedMatch, third));
        story.tell(new MatchProposed(proposedMatch, third, vera, List.of("room"), Story.LAW));
        house.live().caughtUp();
        house.gate.matched.add(match.value());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        house.gate.forget();
        house.words.tamper(false);
        pages = new Pages(house);
    }

    private static Actor participant() {
        return Story.self(Role.PARTICIPANT, ada.value());
    }

    private static Actor volunteer() {
        return Story.self(Role.VOLUNTEER, vera.value());
    }

    @Test
    void putsTheWholeCaseOnOnePageAndDisclosesExactlyThatInOneGo() throws Exception {
        String words = pages.words("/participants/{id}", ada.value());

        assertThat(words)
                .contains("Ada Byron", "phone of Ada Byron", "mornings only", "intake note of Ada Byron", "Vera Rubin")
                .contains("not after eight", "only by text", "Harbour Law", "Was enrolled.", "In force")
                .contains("Change to arrange by 20 May 2026");
        assertThat(house.gate.looks).singleElement().satisfies(look -> {
            assertThat(look.route()).isEqualTo("/participants/{id}");
            assertThat(look.shown())
                    .extracting(Look.Shown::person)
                    .containsExactlyInAnyOrder(ada.value(), vera.value());
            assertThat(shown(look, ada.value()).classes())
                    .isEqualTo(Set.of(DataClass.IDENTITY, DataClass.CONTACT, DataClass.NARRATIVE));
            assertThat(shown(look, vera.value()).classes()).isEqualTo(Set.of(DataClass.IDENTITY, DataClass.NARRATIVE));
        });
    }

    @Test
    void tellsNobodyWhoRunsTheProgrammeWhoseWishAChangeOrANoWas() throws Exception {
        assertThat(pages.words("/participants/{id}", ada.value()))
                .contains("A change was asked for", "No was said to a request.")
                .doesNotContain("· participant", "· volunteer");
        List<JsonNode> lines = new ArrayList<>();
        JSON.readTree(pages.get("/api/v1/participants/{id}", ada.value()).getContentAsString())
                .get("story")
                .forEach(lines::add);
        assertThat(lines)
                .filteredOn(line -> WISHES.contains(line.get("kind").asString()))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.path("actor").isString()).isFalse();
                    assertThat(line.path("roles").isString()).isFalse();
                });

        pages.as(Story.AUDITOR);
        assertThat(pages.words("/audit?person=" + ada)).contains("A change was asked for", "participant");
    }

    @Test
    void listsNoMatchOfThePastOnAVolunteersPage() throws Exception {
        ParticipantId before = story.enrolled("Mary Somerville");
        MatchId past = story.started(before, vera);
        story.tell(new MatchEnded(past, before, vera, EndReason.CHANGE_ARRANGED));
        house.caughtUp();

        assertThat(pages.words("/volunteers/{id}", vera.value()))
                .contains("Ada Byron", "Emmy Noether")
                .doesNotContain("Mary Somerville", "Ended");
        assertThat(house.gate.looks)
                .singleElement()
                .satisfies(look ->
                        assertThat(look.shown()).extracting(Look.Shown::person).doesNotContain(before.value()));
    }

    private static Look.Shown shown(Look look, UUID person) {
        return look.shown().stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recordsTheLookAtAPersonOfWhomNothingIsKnownYet() throws Exception {
        assertThat(pages.words("/participants/{id}", newcomer.value())).contains("No name yet", "Do the intake");
        assertThat(house.gate.looks).hasSize(1);
    }

    @Test
    void givesTheSameAsJson() throws Exception {
        assertThat(pages.get("/api/v1/participants/{id}", ada.value()).getContentAsString())
                .contains("\"name\":{\"text\":\"Ada Byron\",\"erased\":false,\"withheld\":false}")
                .contains("\"stage\":\"WALKING\"", "\"kind\":\"participant-enrolled\"");
        assertThat(pages.get("/api/v1/worklist").getContentAsString())
                .contains("\"key\":\"change\"", "\"overdue\":true", "\"label\":\"Matched\"");
        assertThat(pages.get("/api/v1/matches/{id}", lookingMatch.value()).getContentAsString())
                .contains("\"candidates\":[", "Lise Meitner");
        for (String address : List.of("/api/v1/consents/" + consent, "/api/v1/boundaries/" + boundary)) {
            assertThat(pages.get(address).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void gathersTheDayOnTheWorklist() throws Exception {
        String words = pages.words("/");
        assertThat(words)
                .contains("Changes to arrange", "20 May 2026", "Overdue")
                .contains("New enquiries", "Looking for somebody", "Lise Meitner", "Proposals without both answers")
                .contains("Consents that end soon", "20 June 2026", "Referrals without an answer")
                .contains("Open cases by stage", "Enquiries by month", "Jan 2026")
                .doesNotContain("Ready to enrol");
        assertThat(house.gate.looks).hasSize(1);
        Set<UUID> people =
                house.gate.looks.get(0).shown().stream().map(Look.Shown::person).collect(Collectors.toSet());
        // Of the newcomer no word is known: that they wait, since when and with what is shown all the same.
        assertThat(people)
                .contains(ada.value(), looking.value(), newcomer.value())
                .doesNotContain(vera.value());
        for (Waiting waiting : Waiting.values()) {
            assertThat(pages.words("/worklist/" + waiting.key())).contains(waiting.title());
        }
    }

    @Test
    void drawsEveryPageForTheOneWhoMaySeeIt() throws Exception {
        for (String address : List.of(
                "/",
                "/participants",
                "/participants/" + ada,
                "/participants/" + ada + "?before=12",
                "/participants/" + newcomer,
                "/volunteers",
                "/volunteers/" + vera,
                "/matches/" + match,
                "/matches/" + lookingMatch,
                "/matches/" + proposedMatch,
                "/referrals/" + referral,
                "/boundaries/" + boundary,
                "/directory",
                "/directory?all=true&participant=" + ada)) {
            drawn(address);
        }
        pages.as(participant());
        drawn("/mine");
        drawn("/boundaries/" + boundary);
        drawn("/referrals/" + referral);
        drawn("/disclosures/of/" + ada);
        pages.as(volunteer());
        drawn("/walks");
        drawn("/boundaries/" + boundary);
        drawn("/disclosures/of/" + vera);
        pages.as(Story.AUDITOR);
        for (String address : List.of(
                "/audit",
                "/audit?person=" + ada + "&kind=consent-given&from=2026-01-01&to=2026-12-31",
                "/audit?forPurpose=COC",
                "/disclosures",
                "/disclosures/searches",
                "/disclosures/refused",
                "/disclosures/readings",
                "/disclosures/of/" + ada)) {
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
    void letsAParticipantSeeTheirOwnRecordAndTheNameOfWhoWalksBesideThem() throws Exception {
        assertThat(pages.as(participant()).words("/mine"))
                .contains("Vera Rubin", "volunteer contact of Vera Rubin")
                .contains("not after eight", "You set this", "They set this", "Take it back", "Who saw my record");
        assertThat(pages.get("/api/v1/mine").getContentAsString()).contains("\"other\":{\"text\":\"Vera Rubin\"");
    }

    @Test
    void givesAVolunteerANameOnlyOnceTheMatchHasStarted() throws Exception {
        String words = pages.as(volunteer()).words("/walks");
        assertThat(words)
                .contains("Ada Byron", "phone of Ada Byron", "Somebody new")
                .doesNotContain("Emmy Noether");
    }

    @Test
    void givesAVolunteerNothingMoreOnceTheRecordSaysThatTheMatchIsOver() throws Exception {
        house.gate.matched.clear();
        try {
            assertThat(pages.as(volunteer()).words("/walks"))
                    .doesNotContain("Ada Byron", "phone of Ada", "only by text");
            assertThat(pages.get("/api/v1/walks").getContentAsString()).doesNotContain(match.toString(), "STARTED");
            assertThat(house.gate.refusals).isEmpty();
        } finally {
            house.gate.matched.add(match.value());
        }
    }

    @Test
    void leavesOfAMatchThatIsOverWhatAParticipantWroteForThatParticipantAlone() throws Exception {
        house.gate.matched.clear();
        try {
            for (String address : List.of("/boundaries/", "/api/v1/boundaries/")) {
                pages.as(volunteer());
                for (BoundaryId each : List.of(boundary, participants, wordless)) {
                    assertThatThrownBy(() -> pages.get(address + each))
                            .as("a volunteer of the past")
                            .hasRootCauseInstanceOf(LookForbidden.class);
                }
                pages.as(participant());
                assertThat(pages.get(address + participants).getContentAsString())
                        .contains("only by text")
                        .doesNotContain(vera.toString());
                assertThatThrownBy(() -> pages.get(address + boundary)).hasRootCauseInstanceOf(LookForbidden.class);
            }
            assertThat(house.gate.refusals).hasSize(8);
        } finally {
            house.gate.matched.add(match.value());
        }
    }

    @Test
    void showsTheTwoWhomABoundaryBindsWhatEachCanDo() throws Exception {
        assertThat(pages.as(volunteer()).words("/boundaries/" + boundary))
                .contains("not after eight", "You set it", "Take away", "My matches")
                .doesNotContain("The match", "The case");
        assertThat(pages.words("/boundaries/" + participants))
                .contains("only by text", "The other side set it", "Say no")
                .doesNotContain("Take away");
        assertThat(house.gate.looks)
                .allSatisfy(look -> assertThat(look.shown())
                        .extracting(Look.Shown::person)
                        .containsExactlyInAnyOrder(ada.value(), vera.value()));
        assertThat(pages.as(participant()).words("/boundaries/" + wordless)).contains("Without words", "You set it");
        assertThatThrownBy(() ->
                        pages.as(Story.self(Role.PARTICIPANT, looking.value())).get("/boundaries/" + boundary))
                .hasRootCauseInstanceOf(LookForbidden.class);
    }

    @Test
    void showsAParticipantTheirReferralAndNothingOfTheWorkOnIt() throws Exception {
        assertThat(pages.as(participant()).words("/referrals/" + referral))
                .contains("What left, and nothing else", "My record")
                .doesNotContain("The agency accepted", "Close the referral", "The case");
        assertThatThrownBy(() ->
                        pages.as(Story.self(Role.PARTICIPANT, looking.value())).get("/referrals/" + referral))
                .hasRootCauseInstanceOf(LookForbidden.class);
    }

    @Test
    void withholdsWhatAPurposeDoesNotCoverAndSaysSo() throws Exception {
        pages.toward(PurposeOfUse.HOPERAT);
        assertThat(pages.words("/participants/" + ada))
                .contains("Ada Byron", "phone of Ada Byron", "not shown for this purpose", "Was enrolled.")
                .doesNotContain("intake note", "enquiry words", "not after eight", "only by text");
        assertThat(house.gate.looks).singleElement().satisfies(look -> {
            assertThat(shown(look, ada.value()).classes()).isEqualTo(Set.of(DataClass.IDENTITY, DataClass.CONTACT));
            assertThat(shown(look, vera.value()).classes()).isEqualTo(Set.of(DataClass.IDENTITY));
        });
        assertThat(pages.get("/api/v1/participants/" + ada).getContentAsString())
                .contains("\"intakeNote\":{\"text\":null,\"erased\":false,\"withheld\":true}")
                .doesNotContain("intake note of");
        for (String address : List.of("/boundaries/" + boundary, "/referrals/" + referral)) {
            assertThat(pages.words(address))
                    .contains("not shown for this purpose")
                    .doesNotContain("after eight");
        }
        assertThat(house.gate.refusals).isEmpty();
    }

    @Test
    void recordsEverybodyWhoseStatesStandOnAPageOfAnotherPerson() throws Exception {
        pages.words("/volunteers/" + vera);
        pages.words("/boundaries/" + wordless);
        assertThat(house.gate.looks)
                .hasSize(2)
                .allSatisfy(look ->
                        assertThat(look.shown()).extracting(Look.Shown::person).contains(ada.value(), vera.value()));
    }

    @Test
    void answersTheForbiddenLikeTheUnknownAndRecordsBoth() {
        List<String> everything = List.of(
                "/participants",
                "/participants/" + ada,
                "/volunteers/" + vera,
                "/matches/" + match,
                "/audit",
                "/rebuild");
        pages.as(participant());
        for (String address : everything) {
            assertThatThrownBy(() -> pages.get(address)).as(address).hasRootCauseInstanceOf(LookForbidden.class);
        }
        assertThat(house.gate.refusals).hasSize(everything.size());
        assertThat(house.gate.looks).isEmpty();

        assertThatThrownBy(() -> pages.get("/disclosures/of/" + looking)).hasRootCauseInstanceOf(LookForbidden.class);
        assertThatThrownBy(() -> pages.get("/api/v1/referrals/" + UUID.randomUUID()))
                .hasRootCauseInstanceOf(LookForbidden.class);
        pages.as(Story.COORDINATOR);
        assertThatThrownBy(() -> pages.get("/participants/" + UUID.randomUUID()))
                .hasRootCauseInstanceOf(LookForbidden.class);
        assertThatThrownBy(() -> pages.get("/disclosures/of/" + ada)).hasRootCauseInstanceOf(LookForbidden.class);
        assertThat(house.gate.refusals).hasSize(everything.size() + 4);
    }

    @Test
    void showsNothingWhenTheLookCannotBeRecorded() {
        house.gate.down = true;
        for (String address :
                List.of("/", "/participants", "/participants/" + ada, "/volunteers", "/matches/" + match)) {
            assertThatThrownBy(() -> pages.get(address))
                    .as(address)
                    .hasRootCauseInstanceOf(RecordUnavailable.class)
                    .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain(SECRETS));
        }
        assertThatThrownBy(() -> pages.post("/participants/search", "term", "ada"))
                .hasRootCauseInstanceOf(RecordUnavailable.class);
        pages.as(Story.AUDITOR);
        for (String address :
                List.of("/audit", "/disclosures", "/disclosures/of/" + ada, "/disclosures/of/" + ada + ".csv")) {
            assertThatThrownBy(() -> pages.get(address)).as(address).hasRootCauseInstanceOf(RecordUnavailable.class);
        }
    }

    @Test
    void failsLoudlyOnWordsThatWereTamperedWith() {
        house.words.tamper(true);
        assertThatThrownBy(() -> pages.get("/participants/" + ada))
                .rootCause()
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why()).isEqualTo(Unreadable.Why.TAMPERED));
    }

    @Test
    void tellsTheAuditorWhatHappenedByFilterAndLogsThatItWasRead() throws Exception {
        pages.as(Story.AUDITOR);
        assertThat(pages.words("/audit?person=" + ada + "&kind=consent-given")).contains("Gave consent.");
        assertThat(house.gate.logReads).containsExactly("/audit " + ada + " 1");
        assertThat(pages.get("/api/v1/audit?person=" + vera).getContentAsString())
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
        assertThat(house.gate.logReads).isEmpty();
        for (String days : List.of("from=2026-05-02&to=2026-05-01", "to=9999-01-01")) {
            assertThatThrownBy(() -> pages.get("/api/v1/audit?" + days)).hasRootCauseInstanceOf(AskedWrongly.class);
        }
        assertThat(pages.get("/api/v1/audit?from=2026-05-02&to=2026-05-02").getStatus())
                .isEqualTo(200);
    }

    @Test
    void keepsEveryWordOutOfTheTables() {
        house.dump("views").forEach((table, rows) -> {
            for (String row : rows) {
                assertThat(row).as(table).doesNotContain(SECRETS).doesNotContain("Lise", "Emmy", "verifier");
            }
        });
    }
}
