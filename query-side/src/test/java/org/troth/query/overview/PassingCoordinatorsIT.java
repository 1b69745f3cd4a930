package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.troth.events.AccountId;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.AccountEvent.AccountInvited;
import org.troth.events.account.AccountEvent.PasswordChosen;
import org.troth.events.account.AccountEvent.RoleGiven;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.ChangeOverdue;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.SecondContactAsked;
import org.troth.query.sample.Pages;
import org.troth.query.sample.PretendWords;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** A change that is asked past the coordinator is nowhere where a coordinator looks. */
@WithPostgres
class PassingCoordinatorsIT {

    private static final Actor SECOND_CONTACT =
            new Actor(new AccountId(new UUID(0, 9)), Set.of(Role.SECOND_CONTACT), null, 0);

    private static CaseHouse shown;

    private Pages pages;
    private ParticipantId mary;
    private VolunteerId maria;
    private MatchId match;

    @BeforeAll
    static void open(TestDatabase database) {
        shown = new CaseHouse(database);
    }

    @AfterAll
    static void close() {
        shown.close();
    }

    /** Two who walk together, others in each test. */
    @BeforeEach
    void begin() {
        pages = new Pages(shown.house);
        mary = shown.story.enrolled("Mary Somerville");
        maria = shown.story.volunteer("Maria Mitchell", 2, "housing");
        match = shown.story.started(mary, maria);
        shown.house.gate.matched.clear();
        shown.house.gate.matched.add(match.value());
        shown.house.caughtUp();
    }

    private SecondContactAsked asked(Side side) {
        return new SecondContactAsked(match, mary, maria, side, LocalDate.of(2026, 6, 9), Story.LAW);
    }

    private Actor themselves(Side side) {
        return side == Side.PARTICIPANT
                ? Story.self(Role.PARTICIPANT, mary.value())
                : Story.self(Role.VOLUNTEER, maria.value());
    }

    /** Everything a coordinator can read: page and answer, of the two and of all. */
    private Map<String, String> coordinatorsSee() throws Exception {
        pages.as(Story.COORDINATOR);
        Map<String, String> seen = new LinkedHashMap<>();
        for (String address : List.of(
                "/",
                "/worklist/change",
                "/participants",
                "/participants/" + mary,
                "/participants/" + shown.looking,
                "/volunteers",
                "/volunteers/" + maria,
                "/matches/" + match,
                "/matches/" + shown.lookingMatch,
                "/boundaries/" + shown.boundary,
                "/api/v1/worklist",
                "/api/v1/worklist/change",
                "/api/v1/participants",
                "/api/v1/participants/" + mary,
                "/api/v1/volunteers",
                "/api/v1/volunteers/" + maria,
                "/api/v1/matches/" + match,
                "/api/v1/matches/" + shown.lookingMatch)) {
            MockHttpServletResponse answer = pages.get(address);
            assertThat(answer.getStatus()).as(address).isEqualTo(200);
            seen.put(
                    address,
                    answer.getContentAsString()
                            .replaceAll(
                                    "name=\"idempotencyKey\" value=\"[^\"]*\"|value=\"[^\"]*\" name=\"idempotencyKey\"",
                                    "")
                            .replaceAll("nonce=\"[^\"]*\"", ""));
        }
        return seen;
    }

    @Test
    void changesNothingThatACoordinatorSeesAndIsSeenByTheSecondContactTheAuditorAndThemselves() throws Exception {
        Map<String, String> before = coordinatorsSee();
        shown.story.tell(asked(Side.PARTICIPANT), themselves(Side.PARTICIPANT));
        shown.house.caughtUp();
        assertThat(coordinatorsSee()).isEqualTo(before);

        String list = pages.as(SECOND_CONTACT).words("/changes");
        assertThat(list)
                .contains("Mary Somerville", "phone of Mary Somerville", "The participant asks for somebody else.")
                .contains(
                        "To arrange by 9 June 2026",
                        "Asked of you, and not of the coordinator",
                        "The change is arranged")
                .doesNotContain("Maria Mitchell");
        assertThat(shown.house.gate.looks.get(shown.house.gate.looks.size() - 1).shown())
                .as("the other would learn of the wish from a look at them")
                .extracting(Look.Shown::person)
                .containsExactly(mary.value());
        assertThat(pages.get("/api/v1/changes").getContentAsString())
                .contains("\"side\":\"PARTICIPANT\",\"pastCoordinator\":true", "\"overdue\":false");
        assertThat(pages.as(themselves(Side.PARTICIPANT)).words("/mine"))
                .contains("You asked our second contact", "9 June 2026");
        assertThat(pages.as(themselves(Side.VOLUNTEER)).words("/walks"))
                .doesNotContain("You asked our second", "9 June 2026");
        assertThat(pages.as(Story.AUDITOR).words("/audit"))
                .contains("A change was asked of the second contact, to be arranged by 9 June 2026.");
        assertThatThrownBy(() -> pages.as(Story.COORDINATOR).get("/changes")).hasCauseInstanceOf(LookForbidden.class);
    }

    @Test
    void offersTheWayPastTheCoordinatorOnlyWhereSomebodyCanBeAsked() throws Exception {
        assertThat(pages.as(themselves(Side.PARTICIPANT)).words("/mine"))
                .contains("There is nobody else you can ask here yet")
                .doesNotContain("Ask, but not through my coordinator");
        AccountId account = SECOND_CONTACT.account();
        shown.story.tell(new AccountInvited(
                account, PretendWords.sealed(Words.ACCOUNT_NAME, account.value(), "second"), null, shown.story.now()));
        shown.story.tell(new RoleGiven(account, Role.SECOND_CONTACT));
        shown.house.caughtUp();
        assertThat(pages.words("/mine")).contains("There is nobody else you can ask here yet");
        shown.story.tell(
                new PasswordChosen(account, PretendWords.sealed(Words.ACCOUNT_PASSWORD, account.value(), "verifier")));
        shown.house.caughtUp();
        assertThat(pages.words("/mine")).contains("Ask, but not through my coordinator");
    }

    @Test
    void tellsCoordinatorsOnlyThatAChangeWasArrangedAndNotByWhom() throws Exception {
        shown.story.tell(asked(Side.VOLUNTEER), themselves(Side.VOLUNTEER));
        shown.story.tell(new MatchEnded(match, mary, maria, EndReason.CHANGE_ARRANGED), SECOND_CONTACT);
        shown.house.gate.matched.clear();
        shown.house.caughtUp();
        pages.as(Story.COORDINATOR);
        assertThat(pages.words("/participants/{id}", mary.value()))
                .contains("The match ended: a change was arranged.")
                .doesNotContain("second contact");
        assertThat(pages.get("/api/v1/participants/{id}", mary.value()).getContentAsString())
                .doesNotContain("SECOND_CONTACT", SECOND_CONTACT.account().toString(), "second-contact-asked");
        assertThat(pages.as(SECOND_CONTACT).words("/changes"))
                .contains("Nothing to arrange")
                .doesNotContain("Mary");
    }

    @Test
    void showsTheSecondContactWhatIsOverdueWithWhoeverAskedAndNotTheOther() throws Exception {
        LocalDate passed = LocalDate.of(2026, 5, 20);
        shown.story.tell(new ChangeAsked(match, mary, maria, Side.VOLUNTEER, passed, Story.LAW));
        shown.house.caughtUp();
        assertThat(pages.as(SECOND_CONTACT).words("/changes")).contains("Nothing to arrange");
        shown.story.tell(new ChangeOverdue(match, mary, maria, passed, Story.LAW));
        shown.house.caughtUp();
        assertThat(pages.words("/changes"))
                .contains("Overdue since 20 May 2026", "Maria Mitchell", "volunteer contact of Maria Mitchell")
                .contains("The volunteer asks for somebody else.")
                .doesNotContain("Asked of you", "Mary Somerville");
        assertThat(pages.get("/api/v1/changes").getContentAsString())
                .contains("\"pastCoordinator\":false", "\"overdue\":true");
    }

    @Test
    void showsNothingOfAMatchThatTheRecordSaysIsOver() throws Exception {
        shown.story.tell(asked(Side.PARTICIPANT), themselves(Side.PARTICIPANT));
        shown.house.caughtUp();
        shown.house.gate.matched.clear();
        assertThat(pages.as(SECOND_CONTACT).words("/changes"))
                .contains("Nothing to arrange")
                .doesNotContain("Mary");
    }

    @Test
    void tellsEachOnlyOfTheChangeTheyAskedForThemselves() throws Exception {
        shown.story.tell(
                new ChangeAsked(match, mary, maria, Side.PARTICIPANT, LocalDate.of(2026, 5, 20), Story.LAW),
                themselves(Side.PARTICIPANT));
        shown.house.caughtUp();
        assertThat(pages.as(themselves(Side.PARTICIPANT)).words("/mine"))
                .contains("A change is being arranged, by 20 May 2026");
        assertThat(pages.get("/api/v1/mine").getContentAsString()).contains("\"changeDue\":\"2026-05-20\"");
        assertThat(pages.as(themselves(Side.VOLUNTEER)).words("/walks")).doesNotContain("A change is being arranged");
        assertThat(pages.get("/api/v1/walks").getContentAsString()).doesNotContain("2026-05-20");
    }
}
