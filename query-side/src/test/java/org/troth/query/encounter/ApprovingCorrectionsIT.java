package org.troth.query.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.encounter.EncounterEvent.EncounterLogged;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** Which version holds, which waits, and which never held: each with all its times. */
@WithPostgres
class ApprovingCorrectionsIT {

    private static final String SECOND_NOTE = "second note";
    private static final String THIRD_NOTE = "third note";

    private static House house;
    private static ParticipantId ada;
    private static VolunteerId vera;
    private static EncounterLogged waits;
    private static EncounterLogged approved;
    private static EncounterLogged sentBack;
    private static EncounterLogged replaced;
    private static EncounterLogged before;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        Story story = new Story(house.feed, 12).beginning();
        vera = story.volunteer("Vera Rubin", 2, "housing");
        ada = story.enrolled("Ada Byron");
        MatchId match = story.started(ada, vera);
        waits = story.met(match, ada, vera);
        story.corrected(waits, 45, SECOND_NOTE);
        story.proposed(waits, 2);
        approved = story.met(match, ada, vera);
        story.corrected(approved, 46, null);
        story.proposed(approved, 2);
        story.approved(approved, 2, 46);
        sentBack = story.met(match, ada, vera);
        story.corrected(sentBack, 47, SECOND_NOTE);
        story.proposed(sentBack, 2);
        story.sentBack(sentBack, 2);
        story.corrected(sentBack, 48, null);
        story.proposed(sentBack, 3);
        replaced = story.met(match, ada, vera);
        story.corrected(replaced, 49, SECOND_NOTE);
        story.proposed(replaced, 2);
        story.corrected(replaced, 51, THIRD_NOTE);
        story.proposed(replaced, 3);
        story.approved(replaced, 3, 51);
        before = story.met(match, ada, vera);
        story.corrected(before, 52, null);
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
        pages = new Pages(house);
    }

    private static Actor volunteer() {
        return Story.self(Role.VOLUNTEER, vera.value());
    }

    private String json(EncounterLogged met) throws Exception {
        return pages.get("/api/v1/encounters/" + met.encounter()).getContentAsString();
    }

    @Test
    void showsWhatHoldsAndBesideItWhatWaits() throws Exception {
        pages.as(volunteer());
        assertThat(json(waits))
                .containsSubsequence(
                        "\"now\":{\"number\":1,\"standing\":\"ENTERED\"",
                        "\"minutes\":30",
                        "\"waiting\":{\"number\":2,\"standing\":\"PROPOSED\"",
                        "\"minutes\":45",
                        SECOND_NOTE);
        assertThat(json(approved))
                .containsSubsequence(
                        "\"now\":{\"number\":2,\"standing\":\"APPROVED\",\"decidedAt\"",
                        "\"minutes\":46",
                        "\"earlier\":[{\"number\":1",
                        "\"minutes\":30");
        assertThat(json(before))
                .containsSubsequence("\"now\":{\"number\":2,\"standing\":\"ENTERED\"", "\"minutes\":52")
                .doesNotContain("PROPOSED");
    }

    @Test
    void keepsTheWordsOfWhatHeldWhereACorrectionWasSentBack() throws Exception {
        pages.as(volunteer());
        assertThat(json(sentBack))
                .containsSubsequence(
                        "\"now\":{\"number\":1",
                        "\"waiting\":{\"number\":3",
                        "\"minutes\":48",
                        "note of the meeting",
                        "\"earlier\":[{\"number\":2,\"standing\":\"SENT_BACK\"",
                        "\"decidedReason\":\"right-as-it-was\"",
                        SECOND_NOTE);
        assertThat(json(replaced))
                .containsSubsequence(
                        "\"now\":{\"number\":3,\"standing\":\"APPROVED\"",
                        THIRD_NOTE,
                        "\"earlier\":[{\"number\":2,\"standing\":\"REPLACED\"",
                        SECOND_NOTE);
    }

    @Test
    void waitsForACoordinatorWhoDidNotWriteIt() throws Exception {
        assertThat(pages.words("/worklist/correction")).contains("Ada Byron", "Wrong length");
        assertThat(pages.get("/worklist/correction").getContentAsString())
                .contains("/encounters/" + waits.encounter(), "/encounters/" + sentBack.encounter())
                .doesNotContain(
                        "/encounters/" + approved.encounter(),
                        "/encounters/" + replaced.encounter(),
                        "/encounters/" + before.encounter());
        // The story tells everything as this coordinator; of what they wrote somebody else decides.
        assertThat(pages.words("/encounters/" + waits.encounter()))
                .contains("A correction that waits", "Somebody else looks at it.")
                .doesNotContain("Approve the correction", SECOND_NOTE);
        assertThat(pages.words("/participants/" + ada)).contains("A correction waits");
        pages.as(volunteer());
        assertThat(pages.words("/encounters/" + waits.encounter()))
                .contains("A correction that waits", SECOND_NOTE)
                .doesNotContain("Approve the correction", "Somebody else looks at it.");
        pages.as(Story.self(Role.COORDINATOR, null));
        assertThat(pages.words("/encounters/" + waits.encounter())).contains("Approve the correction", "Send it back");
        assertThat(pages.words("/encounters/" + sentBack.encounter())).contains("Sent back", "right as it was");
        assertThat(pages.words("/encounters/" + replaced.encounter())).contains("Never held", "Approved");
    }
}
