package org.troth.query.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.PresenceId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.events.presence.Guest;
import org.troth.events.presence.PresenceEvent.PresenceAgreed;
import org.troth.events.presence.PresenceEvent.PresenceDeclined;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;

/** Who sees what was asked about the presence of others, and that a No is nobody's in particular. */
class ShowingPresenceIT {

    /** After the day on which the house stands. */
    private static final LocalDate DAY = LocalDate.of(2026, 6, 9);

    private TestDatabase database;
    private House house;
    private Story story;
    private ParticipantId ada;
    private VolunteerId vera;
    private MatchId match;
    private PresenceId trainee;
    private Pages pages;

    @BeforeEach
    void tell() {
        database = House.upToDate();
        house = new House(database);
        story = new Story(house.feed, 23).beginning();
        vera = story.volunteer("Vera Rubin", 2, "housing");
        ada = story.enrolled("Ada Byron");
        match = story.started(ada, vera);
        trainee = story.asked(match, ada, vera, Guest.TRAINEE, DAY);
        house.live().caughtUp();
        house.gate.matched.add(match.value());
        house.gate.forget();
        pages = new Pages(house);
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    private Actor participant() {
        return Story.self(Role.PARTICIPANT, ada.value());
    }

    private Actor volunteer() {
        return Story.self(Role.VOLUNTEER, vera.value());
    }

    private String list() {
        return "/presences/in/" + match;
    }

    @Test
    void asksTheParticipantOnTheirOwnPageAndLetsThemSayYesOrNo() throws Exception {
        assertThat(pages.as(participant()).words("/mine")).contains("Read it and say yes or no");
        assertThat(pages.words(list()))
                .contains("Meeting of 9 June 2026", "Somebody who is learning", "Waits for an answer")
                .contains("Yes, they may come", "No")
                .doesNotContain("Call it off");
        story.tell(new PresenceAgreed(trainee, match, ada, Story.LAW), participant());
        house.caughtUp();
        assertThat(pages.words(list())).contains("May come", "Take my yes back").doesNotContain("Yes, they may come");
        assertThat(pages.words("/mine")).doesNotContain("Read it and say yes or no");
    }

    @Test
    void letsTheVolunteerAndACoordinatorSeeHowItStandsAndCallItOffAndNotSayYes() throws Exception {
        for (Actor each : List.of(volunteer(), Story.COORDINATOR)) {
            assertThat(pages.as(each).words(list()))
                    .contains("Waits for an answer", "Call it off")
                    .doesNotContain("Yes, they may come");
        }
        assertThat(house.gate.looks)
                .hasSize(2)
                .allSatisfy(look -> assertThat(look.shown())
                        .singleElement()
                        .satisfies(shown -> assertThat(shown.person()).isEqualTo(ada.value())));
    }

    @Test
    void tellsNobodyWhoseWishItWasThatNobodyComes() throws Exception {
        PresenceId other = story.asked(match, ada, vera, Guest.OBSERVER, DAY);
        story.tell(new PresenceDeclined(trainee, match, ada), participant());
        story.tell(new PresenceDeclined(other, match, ada), volunteer());
        house.caughtUp();
        for (Actor each : List.of(participant(), volunteer(), Story.COORDINATOR)) {
            String json = pages.as(each).get("/api/v1" + list()).getContentAsString();
            assertThat(json.split("NOBODY_COMES", -1)).as("both are the same").hasSize(3);
            assertThat(json).doesNotContain("declined", "\"by\"");
            assertThat(pages.words(list())).contains("Nobody else comes").doesNotContain("said no", "Call it off");
        }
        String told =
                pages.as(Story.COORDINATOR).get("/api/v1/participants/" + ada).getContentAsString();
        assertThat(told.split("\"kind\":\"presence-declined\"", -1)).hasSize(3);
        for (String line : told.split("\\{\"position\"", -1)) {
            if (line.contains("presence-declined")) {
                assertThat(line)
                        .contains("Nobody else comes to a meeting.")
                        .doesNotContain(
                                participant().account().toString(),
                                volunteer().account().toString(),
                                "PARTICIPANT",
                                "VOLUNTEER");
            }
        }
    }

    @Test
    void offersNothingForADayThatIsOver() throws Exception {
        story.asked(match, ada, vera, Guest.COMPANION, LocalDate.of(2026, 5, 31));
        story.tell(new PresenceDeclined(trainee, match, ada), participant());
        house.caughtUp();
        assertThat(pages.as(participant()).words(list()))
                .contains("Meeting of 31 May 2026", "Somebody who comes along")
                .doesNotContain("Yes, they may come", "Take my yes back");
        assertThat(pages.words("/mine")).doesNotContain("Read it and say yes or no");
    }

    @Test
    void isForTheTwoWhileTheyWalkAndForACoordinator() {
        for (Actor other : List.of(
                Story.self(Role.PARTICIPANT, story.id()),
                Story.self(Role.VOLUNTEER, story.id()),
                Story.AUDITOR,
                Story.ADMINISTRATOR)) {
            for (UUID each : List.of(match.value(), UUID.randomUUID())) {
                hidden(other, each);
            }
        }
        house.gate.matched.clear();
        hidden(volunteer(), match.value());
        assertThat(house.gate.looks).isEmpty();
        assertThat(house.gate.refusals).hasSize(18);
    }

    private void hidden(Actor actor, UUID each) {
        for (String path : List.of("/presences/in/", "/api/v1/presences/in/")) {
            assertThatThrownBy(() -> pages.as(actor).get(path + each)).hasRootCauseInstanceOf(LookForbidden.class);
        }
    }

    /** Like a missing qualification: shown beside the meeting, which is there in any case. */
    @Test
    void showsBesideAMeetingWhoElseWasThereAndWhetherThereWasAYes() throws Exception {
        EncounterLogged met = story.met(match, ada, vera);
        story.joined(met, Guest.OBSERVER, null);
        EncounterLogged second = story.met(match, ada, vera);
        story.joined(second, Guest.TRAINEE, trainee);
        house.caughtUp();
        for (Actor each : List.of(participant(), volunteer(), Story.COORDINATOR)) {
            assertThat(pages.as(each).words("/encounters/" + met.encounter()))
                    .contains("Who else was there", "Somebody who watches")
                    .contains("Without a yes beforehand: somebody who watches");
            assertThat(pages.words("/encounters/" + second.encounter()))
                    .contains("Who else was there", "Somebody who is learning")
                    .doesNotContain("Without a yes");
        }
        assertThat(pages.as(Story.COORDINATOR).words("/participants/" + ada))
                .contains("Somebody else there without a yes")
                .contains("observer without a yes beforehand");

        story.corrected(met, 40, null);
        story.joined(met, Guest.OBSERVER, trainee);
        house.caughtUp();
        assertThat(pages.words("/participants/" + ada)).doesNotContain("Somebody else there without a yes");
        assertThat(pages.get("/api/v1/encounters/" + met.encounter()).getContentAsString())
                .containsSubsequence("\"presence\":[", "\"unagreed\":[]", "\"unagreed\":[\"OBSERVER\"]");
    }

    /** A correction that nobody has looked at takes no finding out of sight; one that was sent back leaves none of its own. */
    @Test
    void keepsInSightWhatACorrectionThatWaitsWouldTakeAway() throws Exception {
        String found = "Somebody else there without a yes";
        EncounterLogged met = story.met(match, ada, vera);
        story.joined(met, Guest.OBSERVER, null);
        story.corrected(met, 40, null);
        story.proposed(met, 2);
        story.joined(met, Guest.OBSERVER, trainee);
        house.caughtUp();
        pages.as(Story.COORDINATOR);
        assertThat(pages.words("/participants/" + ada)).contains(found);
        story.sentBack(met, 2);
        house.caughtUp();
        assertThat(pages.words("/participants/" + ada)).contains(found);
        story.corrected(met, 41, null);
        story.proposed(met, 3);
        story.joined(met, Guest.OBSERVER, trainee);
        story.approved(met, 3, 41);
        house.caughtUp();
        assertThat(pages.words("/participants/" + ada)).doesNotContain(found);

        story.corrected(met, 42, null);
        story.proposed(met, 4);
        story.joined(met, Guest.OBSERVER, null);
        house.caughtUp();
        assertThat(pages.words("/participants/" + ada)).contains(found);
        story.sentBack(met, 4);
        house.caughtUp();
        assertThat(pages.words("/participants/" + ada)).doesNotContain(found);
    }
}
