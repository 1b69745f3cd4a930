package org.troth.query.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.MatchId;
import org.troth.events.OutsideRoleId;
import org.troth.events.ParticipantId;
import org.troth.events.ReferralId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.charter.CharterEvent.Decision;
import org.troth.events.charter.CharterEvent.OutsideRoleDecided;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.merging.MergingEvent.MergeUndone;
import org.troth.events.merging.MergingEvent.PersonsMerged;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import tools.jackson.databind.json.JsonMapper;

/** Who has read the charter of the role, and what lies outside it, as each of those it concerns sees it. */
@WithPostgres
class ShowingChartersIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static House house;
    private static Story story;

    private Pages pages;
    private ParticipantId ada;
    private VolunteerId vera;
    private MatchId match;

    @BeforeAll
    static void open(TestDatabase database) {
        house = new House(database);
        story = new Story(house.feed, 11).beginning();
        house.live();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** Two people of their own for each test. */
    @BeforeEach
    void tell() {
        house.gate.forget();
        vera = story.volunteer("Vera Rubin", 2, "housing");
        ada = story.enrolled("Ada Byron");
        match = story.started(ada, vera);
        house.gate.matched.add(match.value());
        house.caughtUp();
        pages = new Pages(house);
    }

    @AfterEach
    void end() {
        story.tell(new MatchEnded(match, ada, vera, EndReason.SUPPORT_COMPLETE));
    }

    private void reads(Side side) {
        story.read(side, side == Side.PARTICIPANT ? ada.value() : vera.value(), house.charter.version());
    }

    @Test
    void countsWhatAParticipantReadUnderEitherOfTheirRecordsWhileTheTwoAreOne() throws Exception {
        ParticipantId augusta = story.enrolled("Augusta Ada");
        reads(Side.VOLUNTEER);
        story.read(Side.PARTICIPANT, augusta.value(), house.charter.version());
        assertThat(waiting("charter", "detail")).containsExactly("PARTICIPANT");
        for (ParticipantId each : List.of(ada, augusta)) {
            story.tell(new PersonsMerged(each, ada, augusta, "same-papers", Story.LAW));
        }
        assertThat(waiting("charter", "detail")).isEmpty();
        assertThat(pages.get("/api/v1/matches/" + match).getContentAsString()).contains("\"byParticipant\":true");
        for (ParticipantId each : List.of(ada, augusta)) {
            story.tell(new MergeUndone(each, ada, augusta, Story.LAW));
        }
        assertThat(waiting("charter", "detail")).containsExactly("PARTICIPANT");
    }

    /** What waits of these people, in its order. */
    private List<String> waiting(String kind, String what, ParticipantId... whose) throws Exception {
        house.caughtUp();
        pages.as(Story.COORDINATOR);
        List<String> people = Stream.concat(Stream.of(ada), Stream.of(whose))
                .map(Object::toString)
                .toList();
        List<String> waiting = new ArrayList<>();
        JSON.readTree(pages.get("/api/v1/worklist/" + kind).getContentAsString())
                .path("items")
                .forEach(item -> {
                    if (people.contains(item.path("participant").asString(""))
                            || item.path("volunteer").asString("").equals(vera.toString())) {
                        waiting.add(item.path(what).asString());
                    }
                });
        return waiting;
    }

    @Test
    void waitsForEachSideOfAMatchUntilTheyHaveReadItThemselves() throws Exception {
        assertThat(waiting("charter", "detail")).containsExactly("PARTICIPANT", "VOLUNTEER");
        assertThat(waiting("charter", "href")).containsOnly("/matches/" + match);
        assertThat(pages.words("/worklist/charter")).contains("Ada Byron", "Vera Rubin", "Nobody can say it for them.");
        assertThat(pages.words("/matches/" + match)).contains("what a volunteer does", "neither yet");

        reads(Side.VOLUNTEER);
        assertThat(waiting("charter", "detail")).containsExactly("PARTICIPANT");
        assertThat(pages.words("/matches/" + match)).contains("the volunteer; the participant not yet");
        assertThat(pages.get("/api/v1/matches/" + match).getContentAsString())
                .contains("\"charter\":{\"byParticipant\":false,\"byVolunteer\":true}");

        reads(Side.PARTICIPANT);
        assertThat(waiting("charter", "detail")).isEmpty();
    }

    @Test
    void asksEverybodyAnewWhenAVersionIsPublishedAndNobodyOfAMatchThatIsOver() throws Exception {
        reads(Side.VOLUNTEER);
        reads(Side.PARTICIPANT);
        assertThat(waiting("charter", "detail")).isEmpty();

        house.charter.publishNext();
        assertThat(waiting("charter", "detail")).containsExactly("PARTICIPANT", "VOLUNTEER");
        assertThat(pages.as(Story.self(Role.PARTICIPANT, ada.value())).words("/mine"))
                .contains("Please read what a volunteer does");
        reads(Side.PARTICIPANT);
        assertThat(waiting("charter", "detail")).containsExactly("VOLUNTEER");

        story.tell(new MatchEnded(match, ada, vera, EndReason.CHANGE_ARRANGED));
        assertThat(waiting("charter", "detail")).isEmpty();
    }

    @Test
    void knowsOfAMatchThatBeginsWhoHadReadItBefore() throws Exception {
        reads(Side.VOLUNTEER);
        ParticipantId other = story.enrolled("Emmy Noether");
        MatchId next = story.started(other, vera);
        assertThat(waiting("charter", "href", other)).containsExactly("/matches/" + match, "/matches/" + next);
        assertThat(waiting("charter", "detail", other)).containsOnly("PARTICIPANT");
        story.tell(new MatchEnded(next, other, vera, EndReason.SUPPORT_COMPLETE));
    }

    @Test
    void remindsBothOfItsMainPointsUntilTheyHaveMetOnce() throws Exception {
        assertThat(pages.as(Story.self(Role.PARTICIPANT, ada.value())).words("/mine"))
                .contains("Before you begin", "They give no advice.", "Please read what a volunteer does");
        assertThat(pages.as(Story.self(Role.VOLUNTEER, vera.value())).words("/walks"))
                .contains("Before you begin", "They give no advice.", "not my part");
        reads(Side.PARTICIPANT);
        reads(Side.VOLUNTEER);
        house.caughtUp();
        assertThat(pages.words("/walks")).contains("Before you begin").doesNotContain("Please read what");

        story.met(match, ada, vera);
        house.caughtUp();
        assertThat(pages.words("/walks")).doesNotContain("Before you begin", "Please read what");
        assertThat(pages.as(Story.self(Role.PARTICIPANT, ada.value())).words("/mine"))
                .doesNotContain("Before you begin", "Please read what");
    }

    @Test
    void letsAVolunteerSayYesOnlyOnceTheyHaveReadIt() throws Exception {
        ParticipantId other = story.enquiry("housing");
        story.intake(other, "Emmy Noether");
        MatchId proposed = new MatchId(story.id());
        story.tell(new MatchRequested(proposed, other));
        story.tell(new MatchProposed(proposed, other, vera, List.of("room"), Story.LAW));
        house.caughtUp();
        pages.as(Story.self(Role.VOLUNTEER, vera.value()));
        assertThat(pages.get("/walks").getContentAsString())
                .contains("First read what a volunteer does")
                .doesNotContain("/matches/" + proposed + "/acceptance");
        reads(Side.VOLUNTEER);
        house.caughtUp();
        assertThat(pages.get("/walks").getContentAsString())
                .contains("/matches/" + proposed + "/acceptance")
                .doesNotContain("First read what a volunteer does");
    }

    @Test
    void putsDangerFirstOfWhatWaitsForADecision() throws Exception {
        OutsideRoleId advice = story.outside(match, ada, vera, "legal-advice");
        OutsideRoleId danger = story.outside(match, ada, vera, "danger");
        assertThat(waiting("outside", "href"))
                .containsExactly("/charter/outside/" + danger, "/charter/outside/" + advice);
        assertThat(pages.words("/")).contains("Outside the role, to be decided", "Danger", "Legal advice");
        story.tell(decided(danger, Decision.MADE));
        assertThat(waiting("outside", "href")).containsExactly("/charter/outside/" + advice);
    }

    @Test
    void waitsForNobodyWhoseSupportHasEndedAndAgainWhenItBeginsAgain() throws Exception {
        OutsideRoleId advice = story.outside(match, ada, vera, "legal-advice");
        story.tell(new MatchEnded(match, ada, vera, EndReason.SUPPORT_COMPLETE));
        assertThat(waiting("outside", "href")).containsExactly("/charter/outside/" + advice);
        story.tell(new CaseClosed(ada, "matter-settled", Story.LAW));
        assertThat(waiting("outside", "href")).isEmpty();
        pages.as(Story.self(Role.PARTICIPANT, ada.value()));
        assertThat(pages.words("/mine"))
                .contains("If you begin again, your coordinator looks for the right help with you.")
                .doesNotContain("is looking for the right help");
        story.tell(new CaseReopened(ada, Story.LAW));
        assertThat(waiting("outside", "href")).containsExactly("/charter/outside/" + advice);
    }

    @Test
    void keepsDangerInSightWhenSupportEnds() throws Exception {
        OutsideRoleId danger = story.outside(match, ada, vera, "danger");
        story.outside(match, ada, vera, "legal-advice");
        story.tell(new MatchEnded(match, ada, vera, EndReason.SUPPORT_COMPLETE));
        story.tell(new CaseClosed(ada, "their-wish", Story.LAW));
        assertThat(waiting("outside", "href")).containsExactly("/charter/outside/" + danger);
    }

    private OutsideRoleDecided decided(OutsideRoleId outside, Decision decision) {
        return new OutsideRoleDecided(outside, match, ada, vera, decision, new ReferralId(story.id()), Story.LAW);
    }

    @Test
    void showsACoordinatorWhatADecisionCanRestOnAndThenTheDecision() throws Exception {
        OutsideRoleId outside = story.outside(match, ada, vera, "legal-advice");
        ReferralId referral = story.offered(ada);
        house.caughtUp();
        house.gate.forget();
        assertThat(pages.words("/charter/outside/" + outside))
                .contains("Ada Byron", "Vera Rubin", "note on legal-advice", "This is the decision", "Offer a service");
        assertThat(house.gate.looks).hasSize(1);
        assertThat(pages.get("/api/v1/charter/outside/" + outside).getContentAsString())
                .contains(referral.toString(), "\"kind\":\"legal-advice\"");

        story.tell(new OutsideRoleDecided(outside, match, ada, vera, Decision.MADE, referral, Story.LAW));
        house.caughtUp();
        assertThat(pages.words("/charter/outside/" + outside))
                .contains("A service was offered")
                .doesNotContain("This is the decision");
        assertThat(pages.get("/matches/" + match).getContentAsString())
                .contains("/charter/outside/" + outside, "A service was offered");
        for (UUID unknown : List.of(UUID.randomUUID(), match.value())) {
            assertThatThrownBy(() -> pages.get("/charter/outside/" + unknown))
                    .hasRootCauseInstanceOf(LookForbidden.class);
        }
        for (Role role : List.of(Role.PARTICIPANT, Role.VOLUNTEER)) {
            pages.as(Story.self(role, role == Role.PARTICIPANT ? ada.value() : vera.value()));
            assertThatThrownBy(() -> pages.get("/charter/outside/" + outside))
                    .hasRootCauseInstanceOf(LookForbidden.class);
        }
    }

    @Test
    void tellsTheParticipantInPlainWordsAndTheVolunteerOnlyThatItWasDealtWith() throws Exception {
        OutsideRoleId advice = story.outside(match, ada, vera, "legal-advice");
        house.caughtUp();
        pages.as(Story.self(Role.PARTICIPANT, ada.value()));
        assertThat(pages.words("/mine"))
                .contains("What a volunteer cannot do for me", "Legal advice", "note on legal-advice")
                .contains("Your coordinator is looking for the right help.");
        pages.as(Story.self(Role.VOLUNTEER, vera.value()));
        assertThat(pages.words("/walks"))
                .contains("Your coordinator will deal with it.")
                .doesNotContain("note on legal-advice");

        story.tell(decided(advice, Decision.NOT_APPROPRIATE));
        house.caughtUp();
        assertThat(pages.words("/walks"))
                .contains("Your coordinator has dealt with it.")
                .doesNotContain("right for now");
        assertThat(pages.get("/api/v1/walks").getContentAsString())
                .contains("\"dealtWith\":true")
                .doesNotContain("NOT_APPROPRIATE");
        assertThat(pages.as(Story.self(Role.PARTICIPANT, ada.value())).words("/mine"))
                .contains("No other service is right for now.");
    }

    @Test
    void leavesDangerOffAPageThatSomebodyMayReadOverAShoulder() throws Exception {
        story.outside(match, ada, vera, "danger");
        house.caughtUp();
        pages.as(Story.self(Role.PARTICIPANT, ada.value()));
        assertThat(pages.words("/mine"))
                .contains("What a volunteer cannot do for me", "Something")
                .doesNotContainIgnoringCase("danger");
        assertThat(pages.get("/api/v1/mine").getContentAsString()).doesNotContain("danger");
        assertThat(pages.get("/mine/copy.json").getContentAsString())
                .contains("outsideRole", "saidAt")
                .doesNotContain("danger");
    }
}
