package org.troth.query.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Role;
import org.troth.events.confidential.DataClass;
import org.troth.events.disclosure.Ground;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.events.recording.RecordUnavailable;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;

class WaitingForViewsIT {

    private TestDatabase database;
    private House house;

    @BeforeEach
    void open() {
        database = House.upToDate();
        house = new House(database);
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    @Test
    void showsWhatWasJustRecorded() throws Exception {
        Story story = new Story(house.feed, 1).beginning();
        story.enrolled("Ada Byron");
        CompletableFuture<MockHttpServletResponse> page = CompletableFuture.supplyAsync(() -> {
            try {
                return new Pages(house).get("/participants?at=" + house.feed.last());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        house.live();
        MockHttpServletResponse response = page.get(20, TimeUnit.SECONDS);
        assertThat(response.getContentAsString()).contains("Ada Byron").doesNotContain("still catching up");
        assertThat(response.getHeader("Views-Behind")).isNull();
    }

    @Test
    void saysThatItIsStillCatchingUpAfterTwoSeconds() throws Exception {
        new Story(house.feed, 1).beginning().enrolled("Ada Byron");
        long began = System.nanoTime();
        MockHttpServletResponse response = new Pages(house).get("/participants?at=" + house.feed.last());
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(6));
        assertThat(response.getContentAsString()).contains("still catching up").doesNotContain("Ada Byron");
        assertThat(response.getHeader("Views-Behind")).isEqualTo("true");
    }

    @Test
    void showsWhoReadsTheLogWhateverIsOnTheRecord() throws Exception {
        Story story = new Story(house.feed, 1).beginning();
        ParticipantId ada = story.enrolled("Ada Byron");
        Pages pages = new Pages(house).as(Story.AUDITOR);
        String log = "/api/v1/disclosures/of/" + ada;
        house.live().caughtUp();
        for (int times = 1; times <= 5; times++) {
            story.looked(Story.COORDINATOR, ada, PurposeOfUse.COC, Ground.ROLE, DataClass.IDENTITY);
            MockHttpServletResponse response = pages.get(log);
            assertThat(response.getContentAsString()).contains("\"times\":" + times);
            assertThat(response.getHeader("Views-Behind")).isNull();
        }
        assertThat(pages.get("/audit").getHeader("Views-Behind")).isNull();
    }

    @Test
    void saysToWhoeverReadsTheLogThatItIsNotAllThereYet() throws Exception {
        new Story(house.feed, 1).beginning().enrolled("Ada Byron");
        Pages pages = new Pages(house).as(Story.AUDITOR);
        for (String log : List.of("/audit", "/disclosures")) {
            assertThat(pages.get(log).getContentAsString()).contains("still catching up");
        }
        assertThat(pages.get("/api/v1/audit").getHeader("Views-Behind")).isEqualTo("true");
        assertThat(pages.get("/api/v1/disclosures").getHeader("Views-Behind")).isEqualTo("true");
        assertThat(pages.as(Story.COORDINATOR).get("/participants").getHeader("Views-Behind"))
                .isNull();
    }

    @Test
    void showsPeopleTheirOwnAsTheRecordHasItNow() throws Exception {
        Story story = new Story(house.feed, 1).beginning();
        house.live().caughtUp();
        for (String name : List.of("Ada Byron", "Lise Meitner", "Emmy Noether", "Vera Rubin")) {
            ParticipantId participant = story.enrolled(name);
            assertThat(own(Role.PARTICIPANT, participant.value(), "/mine")).contains(name);
            VolunteerId volunteer = story.volunteer(name, 1);
            assertThat(own(Role.VOLUNTEER, volunteer.value(), "/walks")).contains("My matches");
            assertThat(own(Role.VOLUNTEER, volunteer.value(), "/api/v1/walks")).contains(name);
        }
    }

    private String own(Role role, UUID person, String address) throws Exception {
        return new Pages(house).as(Story.self(role, person)).get(address).getContentAsString();
    }

    @Test
    void asksPeopleToWaitWhoseOwnIsNotThereYetInsteadOfDenyingIt() {
        Story story = new Story(house.feed, 1).beginning();
        UUID participant = story.enrolled("Ada Byron").value();
        UUID volunteer = story.volunteer("Vera Rubin", 1).value();
        assertThatThrownBy(() -> own(Role.PARTICIPANT, participant, "/mine"))
                .hasRootCauseInstanceOf(RecordUnavailable.class);
        assertThatThrownBy(() -> own(Role.VOLUNTEER, volunteer, "/api/v1/walks"))
                .hasRootCauseInstanceOf(RecordUnavailable.class);
        assertThat(house.gate.refusals).isEmpty();

        house.live().caughtUp();
        assertThatThrownBy(() -> own(Role.VOLUNTEER, UUID.randomUUID(), "/walks"))
                .hasRootCauseInstanceOf(LookForbidden.class);
        assertThat(house.gate.refusals).hasSize(1);
    }

    @Test
    void doesNotWaitForWhatIsNoPosition() throws Exception {
        for (String at : new String[] {"", "x", "-1", "99999999999999999999"}) {
            assertThat(new Pages(house).get("/participants?at={at}", at).getHeader("Views-Behind"))
                    .isNull();
        }
    }

    @Test
    void letsOneNodeAtATimeHoldTheToken() {
        ViewsTokens here = house.bean(ViewsTokens.class);
        ViewsTokens there = new ViewsTokens(house.bean(JdbcClient.class));
        here.initializeTokenSegments("views", 1);
        assertThat(here.fetchToken("views", 0)).isNull();
        here.storeToken(new GlobalSequenceTrackingToken(41), "views", 0);
        assertThat(here.reached()).isEqualTo(41);

        assertThatThrownBy(() -> there.fetchToken("views", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> there.storeToken(new GlobalSequenceTrackingToken(7), "views", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> there.initializeTokenSegments("views", 1))
                .isInstanceOf(UnableToClaimTokenException.class);

        here.releaseClaim("views", 0);
        assertThat(there.fetchToken("views", 0)).isEqualTo(new GlobalSequenceTrackingToken(41));
        assertThatThrownBy(() -> here.extendClaim("views", 0)).isInstanceOf(UnableToClaimTokenException.class);

        house.jdbc()
                .sql("update progress set claimed_at = now() - interval '5 seconds'")
                .update();
        assertThat(here.fetchToken("views", 0)).isEqualTo(new GlobalSequenceTrackingToken(41));
    }
}
