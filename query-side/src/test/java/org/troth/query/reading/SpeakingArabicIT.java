package org.troth.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.troth.events.AccountId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.account.AccountEvent.RoleGiven;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.PretendWords;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** Pages that are whole in Arabic, each with everything that a life of many facts puts on it. */
@WithPostgres
class SpeakingArabicIT {

    private static final Locale ARABIC = Locale.forLanguageTag("ar-u-nu-latn");

    /** Two words of English that follow each other, none of them a name, a code or a sign. */
    private static final String ENGLISH = "(?s).*\\b[a-z]+ [a-z]+\\b.*";

    /** What the story itself says in English. */
    private static final String TOLD = "volunteer contact of|desk [a-z]+";

    private static House house;
    private static ParticipantId ada;
    private static VolunteerId vera;
    private static UUID account;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database).live();
        Story story = new Story(house.feed, 7).beginning().lives(12);
        ada = story.participants().get(0);
        vera = story.volunteers().get(0);
        account = story.id();
        story.tell(new AccountInvited(
                new AccountId(account),
                PretendWords.sealed(Words.ACCOUNT_NAME, account, "Grace Hopper"),
                null,
                Story.BEGIN));
        story.looked(Story.COORDINATOR, ada, PurposeOfUse.COC, Ground.ROLE, DataClass.CONTACT);
        story.tell(new RoleGiven(new AccountId(account), Role.COORDINATOR));
        house.caughtUp();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begin() {
        pages = new Pages(house).in(ARABIC);
    }

    private void speaks(Actor actor, String... addresses) throws Exception {
        for (String address : addresses) {
            String main =
                    pages.as(actor).get(address).getContentAsString().replaceAll("(?s).*<main|</main>.*", "<main");
            String words = Pages.visible(main);
            assertThat(words).as(address).containsPattern("[\\u0621-\\u064a]{3}");
            assertThat(words.replaceAll(TOLD, "")).as(address).doesNotMatch(ENGLISH);
        }
    }

    @Test
    void toThoseWhoWorkHere() throws Exception {
        speaks(
                Story.COORDINATOR,
                "/participants",
                "/volunteers",
                "/volunteers/" + vera,
                "/directory?all=true&participant=" + ada);
        assertThat(Pages.visible(
                        pages.post("/participants/search", "term", "Person").getContentAsString()))
                .contains("من عُثر عليهم");
    }

    @Test
    void toThoseWhoKeepAccounts() throws Exception {
        speaks(Story.ADMINISTRATOR, "/accounts", "/accounts/" + account);
    }

    @Test
    void toAuditors() throws Exception {
        speaks(
                Story.AUDITOR,
                "/disclosures",
                "/disclosures/searches",
                "/disclosures/refused",
                "/disclosures/readings",
                "/disclosures/of/" + ada);
    }

    @Test
    void toTheOneWhomItIsAbout() throws Exception {
        Actor self = Story.self(Role.PARTICIPANT, ada.value());
        speaks(self, "/disclosures/of/" + ada, "/mine/copy", "/directory");
        MockHttpServletResponse paper = pages.as(self).get("/mine/copy.pdf");
        assertThat(paper.getContentAsString().lines().toList())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotMatch("[A-Za-z ]+:.*"));
        assertThat(pages.get("/disclosures/of/" + ada + ".csv").getContentAsString())
                .contains("first,last,times", "COC,تنسيق الدعم");
        assertThat(List.of(pages.get("/mine/copy.json").getContentAsString()))
                .allSatisfy(json -> assertThat(json).contains("\"intakeNote\""));
    }
}
