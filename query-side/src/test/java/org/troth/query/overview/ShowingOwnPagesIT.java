package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.BoundaryId;
import org.troth.events.ParticipantId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.participant.ParticipantEvent.Urgency;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** What people see of themselves, and of the other side of their match. */
@WithPostgres
class ShowingOwnPagesIT {

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
    void letsAParticipantSeeTheirOwnRecordAndTheNameOfWhoWalksBesideThem() throws Exception {
        assertThat(pages.as(shown.participant()).words("/mine"))
                .contains("Vera Rubin", "volunteer contact of Vera Rubin")
                .contains("not after eight", "You set this", "They set this", "Take it back", "Who saw my record");
        assertThat(pages.get("/api/v1/mine").getContentAsString()).contains("\"other\":{\"text\":\"Vera Rubin\"");
    }

    @Test
    void tellsSomebodySinceWhenTheyWaitAndNeverHowManyAreBeforeThem() throws Exception {
        shown.story.waits(shown.looking, Urgency.SOON);
        shown.story.waits(shown.ada, Urgency.SOON);
        shown.house.caughtUp();
        assertThat(pages.as(Story.self(Role.PARTICIPANT, shown.looking.value())).words("/mine"))
                .contains("We have you on our list since", "2026")
                .doesNotContain("Soon", "Fits our work", "Felt");
        assertThat(pages.as(shown.participant()).words("/mine")).doesNotContain("on our list since");
    }

    @Test
    void tellsSomebodyThatSupportEndedWhatTheyWishedAndWhomTheyNamedAndNothingOfWhatTheyTold() throws Exception {
        ParticipantId ended = shown.story.enrolled("Chien-Shiung Wu");
        shown.story.aside(ended, "Teo");
        shown.story.ends(ended, LocalDate.of(2026, 1, 6));
        shown.house.caughtUp();
        Actor self = Story.self(Role.PARTICIPANT, ended.value());
        assertThat(pages.as(self).words("/mine"))
                .contains("Support has ended", "Begin again", "from 6 January 2026, by phone", "Do not ask me")
                .contains("Teo 2", "Take it out")
                .doesNotContain("Teo 1", "I want to stop", "first time", "Talk again", "matter settled");
        assertThat(pages.as(shown.participant()).words("/mine"))
                .contains("I want to stop", "unless you wish it", "You named nobody.")
                .doesNotContain("Begin again");
    }

    @Test
    void givesAVolunteerANameOnlyOnceTheMatchHasStarted() throws Exception {
        String words = pages.as(shown.volunteer()).words("/walks");
        assertThat(words)
                .contains("Ada Byron", "phone of Ada Byron", "Somebody new")
                .doesNotContain("Emmy Noether");
    }

    @Test
    void givesAVolunteerNothingMoreOnceTheRecordSaysThatTheMatchIsOver() throws Exception {
        shown.house.gate.matched.clear();
        try {
            assertThat(pages.as(shown.volunteer()).words("/walks"))
                    .doesNotContain("Ada Byron", "phone of Ada", "only by text");
            assertThat(pages.get("/api/v1/walks").getContentAsString())
                    .doesNotContain(shown.match.toString(), "STARTED");
            assertThat(shown.house.gate.refusals).isEmpty();
        } finally {
            shown.house.gate.matched.add(shown.match.value());
        }
    }

    @Test
    void leavesOfAMatchThatIsOverWhatAParticipantWroteForThatParticipantAlone() throws Exception {
        shown.house.gate.matched.clear();
        try {
            for (String address : List.of("/boundaries/", "/api/v1/boundaries/")) {
                pages.as(shown.volunteer());
                for (BoundaryId each : List.of(shown.boundary, shown.participants, shown.wordless)) {
                    assertThatThrownBy(() -> pages.get(address + each))
                            .as("a volunteer of the past")
                            .hasRootCauseInstanceOf(LookForbidden.class);
                }
                pages.as(shown.participant());
                assertThat(pages.get(address + shown.participants).getContentAsString())
                        .contains("only by text")
                        .doesNotContain(shown.vera.toString());
                assertThatThrownBy(() -> pages.get(address + shown.boundary))
                        .hasRootCauseInstanceOf(LookForbidden.class);
            }
            assertThat(shown.house.gate.refusals).hasSize(8);
        } finally {
            shown.house.gate.matched.add(shown.match.value());
        }
    }

    @Test
    void showsTheTwoWhomABoundaryBindsWhatEachCanDo() throws Exception {
        assertThat(pages.as(shown.volunteer()).words("/boundaries/" + shown.boundary))
                .contains("not after eight", "You set it", "Take away", "My matches")
                .doesNotContain("The match", "The case");
        assertThat(pages.words("/boundaries/" + shown.participants))
                .contains("only by text", "The other side set it", "Say no")
                .doesNotContain("Take away");
        assertThat(shown.house.gate.looks)
                .allSatisfy(look -> assertThat(look.shown())
                        .extracting(Look.Shown::person)
                        .containsExactlyInAnyOrder(shown.ada.value(), shown.vera.value()));
        assertThat(pages.as(shown.participant()).words("/boundaries/" + shown.wordless))
                .contains("Without words", "You set it");
        assertThatThrownBy(() -> pages.as(Story.self(Role.PARTICIPANT, shown.looking.value()))
                        .get("/boundaries/" + shown.boundary))
                .hasRootCauseInstanceOf(LookForbidden.class);
    }

    @Test
    void saysWhereAnAgencyHasToBeToldByPeople() throws Exception {
        String address = "/referrals/" + shown.referral;
        assertThat(pages.as(Story.COORDINATOR).words(address))
                .contains("A note to the agency", "Not sent", "No e-mail address is listed", "Tell them yourself");
        assertThat(pages.get("/api/v1" + address).getContentAsString())
                .contains("\"noteState\":\"WITHHELD\"", "\"noteReason\":\"NO_ADDRESS\"");
        assertThat(pages.as(shown.participant()).words(address))
                .contains("A note to the agency")
                .doesNotContain("Tell them yourself");
    }

    @Test
    void showsAParticipantTheirReferralAndNothingOfTheWorkOnIt() throws Exception {
        assertThat(pages.as(shown.participant()).words("/referrals/" + shown.referral))
                .contains("What left, and nothing else", "My record")
                .doesNotContain("The agency accepted", "Close the referral", "The case");
        assertThatThrownBy(() -> pages.as(Story.self(Role.PARTICIPANT, shown.looking.value()))
                        .get("/referrals/" + shown.referral))
                .hasRootCauseInstanceOf(LookForbidden.class);
    }
}
