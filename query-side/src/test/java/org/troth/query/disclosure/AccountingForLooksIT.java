package org.troth.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.troth.events.AccountId;
import org.troth.events.ConsentId;
import org.troth.events.DisclosureId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.consent.ConsentEvent.ConsentGiven;
import org.troth.events.consent.ConsentEvent.ConsentWithdrawn;
import org.troth.events.consent.Purpose;
import org.troth.events.disclosure.DisclosureEvent.LogRead;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.referral.ReferralEvent.ReferralClosed;
import org.troth.events.referral.ReferralEvent.ReferralRecalled;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.PretendWords;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class AccountingForLooksIT {

    private static House house;
    private static ParticipantId ada;
    private static ParticipantId other;
    private static ParticipantId third;
    private static ReferralId sent;
    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        Story story = new Story(house.feed, 9).beginning();
        AccountId coordinator = Story.COORDINATOR.account();
        story.tell(new AccountInvited(
                coordinator,
                PretendWords.sealed(Words.ACCOUNT_NAME, coordinator.value(), "=cmd|carol"),
                null,
                story.now()));
        ada = story.enrolled("Ada Byron");
        other = story.enrolled("Lise Meitner");
        story.looked(Story.COORDINATOR, ada, PurposeOfUse.COC, Ground.ROLE, DataClass.IDENTITY);
        story.looked(Story.COORDINATOR, ada, PurposeOfUse.COC, Ground.ROLE, DataClass.CONTACT);
        story.looked(Story.COORDINATOR, ada, PurposeOfUse.COC, Ground.ROLE, DataClass.CONTACT);
        story.looked(Story.COORDINATOR, ada, PurposeOfUse.TREAT, Ground.ROLE, DataClass.IDENTITY);
        story.looked(Story.COORDINATOR, other, PurposeOfUse.COC, Ground.ROLE, DataClass.IDENTITY);
        sent = story.offered(other);
        ConsentId sharing = story.consent(other, Purpose.SHARING, LocalDate.of(2026, 12, 31));
        story.tell(new ConsentGiven(sharing, other, Story.LAW));
        story.sent(sent, other, sharing);
        story.tell(new ConsentWithdrawn(sharing, other, Story.LAW));
        story.tell(new ReferralRecalled(sent, other, sharing));
        story.tell(new ReferralClosed(sent, other));
        third = story.enrolled("Emmy Noether");
        ConsentId over = story.consent(third, Purpose.SHARING, LocalDate.of(2026, 12, 31));
        story.tell(new ConsentGiven(over, third, Story.LAW));
        story.tell(new ConsentWithdrawn(over, third, Story.LAW));
        story.sent(story.offered(third), third, over);
        story.tell(new LogRead(
                new DisclosureId(UUID.randomUUID()),
                Story.AUDITOR.account(),
                Role.AUDITOR,
                PurposeOfUse.HLEGAL,
                "/disclosures/of/{person}",
                ada.value(),
                2));
        story.tell(new LogRead(
                new DisclosureId(UUID.randomUUID()),
                Story.AUDITOR.account(),
                Role.AUDITOR,
                PurposeOfUse.HLEGAL,
                "/audit",
                ada.value(),
                5));
        house.live().caughtUp();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        house.gate.forget();
        pages = new Pages(house).as(Story.AUDITOR);
    }

    @Test
    void foldsTheRepeatsOfOneActorSubjectAndPurposeAndLogsTheReadingOnce() throws Exception {
        String json = pages.get("/api/v1/disclosures/of/{id}", ada.value()).getContentAsString();

        assertThat(json)
                .contains("\"times\":3", "\"classes\":[\"CONTACT\",\"IDENTITY\"]", "\"grounds\":[\"ROLE\"]")
                .contains("\"purpose\":\"TREAT\"", "\"purpose\":\"COC\"", "\"times\":1")
                .doesNotContain(other.toString());
        assertThat(house.gate.logReads).containsExactly("/disclosures/of/{person} " + ada + " 3");
        assertThat(house.jdbc()
                        .sql("select count(*) from look where subject = ?")
                        .param(ada.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void namesReadersAndPeopleToAnAuditorThroughADisclosureOfTheirOwn() throws Exception {
        String words = pages.words("/disclosures");
        assertThat(words).contains("=cmd|carol", "coordination of support").doesNotContain("Ada Byron");
        assertThat(house.gate.looks)
                .singleElement()
                .satisfies(look -> assertThat(look.shown())
                        .extracting(each -> each.person())
                        .containsExactly(Story.COORDINATOR.account().value()));
    }

    @Test
    void marksAnAuditorsOwnEarlierLooksForAnotherToReview() throws Exception {
        Actor turned = new Actor(Story.COORDINATOR.account(), Set.of(Role.AUDITOR), null, 1);
        String mark = "Yours: another auditor reviews it";
        for (String address : List.of("/disclosures", "/disclosures/of/" + ada, "/audit?person=" + ada)) {
            assertThat(pages.as(turned).words(address)).as(address).contains(mark);
        }
        assertThat(pages.as(Story.AUDITOR).words("/disclosures")).doesNotContain(mark);
        assertThat(pages.words("/disclosures/readings")).contains(mark);
        assertThat(pages.as(turned).words("/disclosures/readings")).doesNotContain(mark);

        String api = "/api/v1/disclosures/of/" + ada;
        assertThat(pages.as(turned).get(api).getContentAsString()).contains("\"own\":true", "\"own\":false");
        assertThat(pages.get("/disclosures/of/" + ada + ".csv")
                        .getContentAsString()
                        .lines())
                .filteredOn(line -> line.endsWith(",yes"))
                .hasSize(2);
        assertThat(pages.as(Story.self(Role.PARTICIPANT, ada.value())).get(api).getContentAsString())
                .doesNotContain("\"own\":true");
    }

    @Test
    void answersForNobodyLikeEverywhereAndRecordsThatItWasTried() {
        UUID nobody = UUID.randomUUID();
        for (String address : List.of(
                "/disclosures/of/" + nobody,
                "/disclosures/of/" + nobody + ".csv",
                "/disclosures/of/" + nobody + ".json",
                "/api/v1/disclosures/of/" + nobody,
                "/api/v1/disclosures/of/" + nobody + ".csv")) {
            assertThatThrownBy(() -> pages.get(address)).as(address).hasRootCauseInstanceOf(LookForbidden.class);
        }
        assertThat(house.gate.refusals).hasSize(5);
        assertThat(house.gate.logReads).isEmpty();
    }

    @Test
    void filtersBySubjectActorAndPurpose() throws Exception {
        assertThat(pages.get("/api/v1/disclosures?subject=" + other).getContentAsString())
                .contains(other.toString())
                .doesNotContain(ada.toString());
        assertThat(pages.get("/api/v1/disclosures?forPurpose=TREAT").getContentAsString())
                .contains(ada.toString())
                .doesNotContain(other.toString());
        assertThat(pages.get("/api/v1/disclosures?actor=" + other).getContentAsString())
                .contains("\"looks\":[]");
        assertThat(house.gate.logReads).hasSize(3);
    }

    @Test
    void letsThePersonReadTheirOwnWithoutTheNamesOfStaff() throws Exception {
        pages.as(Story.self(Role.PARTICIPANT, ada.value()));
        assertThat(pages.words("/disclosures/of/{id}", ada.value()))
                .contains("Who saw my record", "00000000", "Coordinator", "coordination of support", "3")
                .doesNotContain("carol");
        assertThat(house.gate.looks).isEmpty();
        assertThat(house.gate.logReads).hasSize(1);
    }

    @Test
    void readsOnesOwnAtOnesOwnRequestWhateverElseOneDoes() throws Exception {
        for (Actor self : List.of(
                Story.self(Role.VOLUNTEER, ada.value()),
                Story.self(Role.PARTICIPANT, ada.value()),
                new Actor(Story.COORDINATOR.account(), Set.of(Role.COORDINATOR, Role.VOLUNTEER), ada.value(), 1))) {
            pages.as(self).toward(PurposeOfUse.SUPNWK);
            assertThat(pages.words("/disclosures/of/" + ada)).contains("Who saw my record");
            for (String each : List.of(
                    "/disclosures/of/" + ada + ".csv",
                    "/api/v1/disclosures/of/" + ada + ".csv",
                    "/api/v1/disclosures/of/" + ada)) {
                assertThat(pages.get(each).getContentAsString()).as(each).contains("COC");
            }
        }
        assertThat(house.gate.logReads).hasSize(12);
    }

    @Test
    void writesACsvInWhichNoCellBeginsAFormula() throws Exception {
        MockHttpServletResponse response = pages.get("/disclosures/of/{id}.csv", ada.value());
        assertThat(response.getContentType()).startsWith("text/csv");
        assertThat(response.getHeader("Content-Disposition")).contains("accounting.csv");
        assertThat(response.getContentAsString().lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains(",3,", "'=cmd|carol", "contact, identity"))
                .noneSatisfy(line -> assertThat(line).contains(",=cmd"));
    }

    @Test
    void tellsThePersonThatTheLogAboutThemWasRead() throws Exception {
        pages.as(Story.self(Role.PARTICIPANT, ada.value()));
        assertThat(pages.words("/disclosures/of/{id}", ada.value())).contains("Auditor", "This list itself");
        for (String each : List.of("/disclosures/of/" + ada + ".json", "/api/v1/disclosures/of/" + ada)) {
            assertThat(pages.get(each).getContentAsString())
                    .as(each)
                    .contains("\"classes\":[\"LOG\"]", "\"purpose\":\"HLEGAL\"", "\"grounds\":[\"OVERSIGHT\"]")
                    .contains("\"routes\":[\"/audit\",\"/disclosures/of/{person}\"]", "\"times\":2");
        }
        assertThat(pages.get("/disclosures/of/{id}.csv", ada.value()).getContentAsString())
                .contains("HLEGAL", "oversight,log,");
        pages.as(Story.self(Role.PARTICIPANT, other.value()));
        assertThat(pages.get("/api/v1/disclosures/of/" + other).getContentAsString())
                .doesNotContain("LOG", "HLEGAL");
    }

    @Test
    void givesTheWholeAccountingAsAFileForProgramsToo() throws Exception {
        MockHttpServletResponse response = pages.get("/disclosures/of/{id}.json", ada.value());
        assertThat(response.getContentType()).startsWith("application/json");
        assertThat(response.getHeader("Content-Disposition")).contains("attachment", "accounting.json");
        assertThat(pages.get("/disclosures/of/{id}", ada.value()).getContentAsString())
                .contains("/disclosures/of/" + ada + ".csv", "/disclosures/of/" + ada + ".json");
    }

    @Test
    void keepsWhatLeftForAnAgencyAsLawfulWhenMadeAfterTheConsentWasWithdrawn() throws Exception {
        pages.as(Story.self(Role.PARTICIPANT, other.value()));
        assertThat(pages.words("/disclosures/of/{id}", other.value()))
                .contains("What left for an agency", "Harbour Law", "Consent, lawful when made", "now: withdrawn");
        assertThat(pages.get("/api/v1/disclosures/of/" + other).getContentAsString())
                .contains("\"referral\":\"" + sent, "\"consentNow\":\"WITHDRAWN\"", "\"lawfulWhenMade\":true");
        assertThat(pages.get("/disclosures/of/{id}.csv", other.value()).getContentAsString())
                .contains("Harbour Law,agency,SHARING,", "lawful when made", ",consent,identity,");
        assertThat(house.gate.logReads)
                .as("what left is counted with what is shown")
                .contains("/disclosures/of/{person} " + other + " 2");
        pages.as(Story.self(Role.PARTICIPANT, ada.value()));
        assertThat(pages.get("/api/v1/disclosures/of/" + ada).getContentAsString())
                .contains("\"sent\":[]");
    }

    @Test
    void callsNothingLawfulThatLeftAfterItsConsentHadEnded() throws Exception {
        pages.as(Story.self(Role.PARTICIPANT, third.value()));
        assertThat(pages.get("/api/v1/disclosures/of/" + third).getContentAsString())
                .contains("\"lawfulWhenMade\":false");
        assertThat(pages.words("/disclosures/of/" + third))
                .contains("The consent did not hold then")
                .doesNotContain("lawful when made");
        assertThat(pages.get("/disclosures/of/" + third + ".csv").getContentAsString())
                .contains("which did not hold then")
                .doesNotContain("lawful when made");
    }

    @Test
    void tellsWhatLeftOnTheFirstPageAloneAndCountsItOnce() throws Exception {
        pages.as(Story.self(Role.PARTICIPANT, other.value()));
        for (String address : List.of("/api/v1/disclosures/of/", "/disclosures/of/")) {
            house.gate.forget();
            assertThat(pages.get(address + other + "?before=2").getContentAsString())
                    .as(address)
                    .doesNotContain(sent.toString(), "What left for an agency");
            assertThat(house.gate.logReads).containsExactly("/disclosures/of/{person} " + other + " 0");
        }
    }

    @Test
    void saysInAFileThatThereIsMoreAndWhere() throws Exception {
        UUID crowded = third.value();
        house.jdbc().sql("""
                        insert into look_fold (last_position, first_at, last_at, actor, roles, purpose, routes, subject,
                                               subject_kind, classes, grounds, times)
                        select 1000000 + n, now(), now(), gen_random_uuid(), '{COORDINATOR}', 'COC', '{/participants}', ?,
                               'PARTICIPANT', '{IDENTITY}', '{ROLE}', 1
                          from generate_series(1, 10005) n
                        """).param(crowded).update();
        try {
            pages.as(Story.self(Role.PARTICIPANT, crowded));
            String next = "/disclosures/of/" + crowded + ".csv?before=1000006";
            MockHttpServletResponse first = pages.get("/disclosures/of/" + crowded + ".csv");
            assertThat(first.getHeader("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
            List<String> lines = first.getContentAsString().lines().toList();
            assertThat(lines)
                    .as("the heads, ten thousand readers, what left, and that there is more")
                    .hasSize(10_003);
            assertThat(lines.get(10_002)).contains("More follows", next);
            MockHttpServletResponse rest = pages.get(next);
            assertThat(rest.getHeader("Link")).isNull();
            assertThat(rest.getContentAsString().lines()).hasSize(6);
            assertThat(pages.get("/disclosures/of/" + crowded + ".json").getHeader("Link"))
                    .contains(".json?before=1000006");
            assertThat(pages.get("/api/v1/disclosures/of/" + crowded + ".csv").getHeader("Link"))
                    .startsWith("</api/v1/");
        } finally {
            house.jdbc()
                    .sql("delete from look_fold where last_position > 1000000")
                    .update();
        }
    }
}
