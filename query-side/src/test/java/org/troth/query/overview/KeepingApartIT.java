package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.MatchId;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.matching.MatchingEvent.ChangeAsked;
import org.troth.events.matching.MatchingEvent.EndReason;
import org.troth.events.matching.MatchingEvent.MatchDeclined;
import org.troth.events.matching.MatchingEvent.MatchEnded;
import org.troth.events.matching.MatchingEvent.MatchProposed;
import org.troth.events.matching.MatchingEvent.MatchRequested;
import org.troth.events.matching.MatchingEvent.WishApartTakenBack;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** Each of two who are kept apart sees their own wish and no other. */
@WithPostgres
class KeepingApartIT {

    private static final String NO = "You said no to somebody on";
    private static final String CHANGE = "You asked for somebody else on";

    private static CaseHouse shown;
    private static int walkers;

    private Pages pages;
    private String name = "";
    private ParticipantId ada;
    private VolunteerId wu;
    private Actor asAda;
    private Actor asWu;
    private MatchId match;

    @BeforeAll
    static void open(TestDatabase database) {
        shown = new CaseHouse(database);
    }

    @AfterAll
    static void close() {
        shown.close();
    }

    @BeforeEach
    void begin() {
        pages = new Pages(shown.house);
        ada = shown.story.enrolled("Ada Yonath");
        name = "Chien-Shiung Wu the " + ++walkers + "th";
        wu = shown.story.volunteer(name, 2, "housing");
        asAda = Story.self(Role.PARTICIPANT, ada.value());
        asWu = Story.self(Role.VOLUNTEER, wu.value());
        match = new MatchId(shown.story.id());
    }

    private void declined(Side by) {
        shown.story.tell(new MatchRequested(match, ada));
        shown.story.tell(new MatchProposed(match, ada, wu, List.of("room"), Story.LAW));
        shown.story.tell(new MatchDeclined(match, ada, wu, by), by == Side.PARTICIPANT ? asAda : asWu);
        shown.house.caughtUp();
    }

    private void takenBack(Side by) {
        shown.story.tell(new WishApartTakenBack(match, ada, wu, by, Story.LAW), by == Side.PARTICIPANT ? asAda : asWu);
        shown.house.caughtUp();
    }

    private boolean isOffered() throws Exception {
        return pages.as(Story.COORDINATOR).words("/matches/{id}", match.value()).contains(name);
    }

    @Test
    void showsANoToWhoeverSaidItWithTheWayToTakeItBackAndWithoutAName() throws Exception {
        declined(Side.PARTICIPANT);
        assertThat(pages.as(asAda).words("/mine")).contains(NO).doesNotContain(name);
        String own = pages.get("/mine").getContentAsString();
        assertThat(own).contains("/matches/" + match + "/apart/").doesNotContain(wu.toString());
        assertThat(pages.get("/api/v1/mine").getContentAsString())
                .contains("\"apart\":[{\"match\":\"" + match)
                .doesNotContain(wu.toString());
        assertThat(pages.as(asWu).words("/walks")).doesNotContain(NO, "Not again");
        assertThat(pages.get("/api/v1/walks").getContentAsString()).contains("\"apart\":[]");
    }

    @Test
    void offersThemAgainWhenTheOneWhoSaidNoTakesItBack() throws Exception {
        declined(Side.VOLUNTEER);
        assertThat(isOffered()).isFalse();
        takenBack(Side.PARTICIPANT);
        assertThat(isOffered()).as("what the other wishes stays").isFalse();
        assertThat(pages.as(asWu).words("/walks")).contains(NO);
        takenBack(Side.VOLUNTEER);
        assertThat(isOffered()).isTrue();
        assertThat(pages.as(asWu).words("/walks")).doesNotContain(NO);
    }

    @Test
    void showsAChangeOnceTheTwoWalkTogetherNoLonger() throws Exception {
        match = shown.story.started(ada, wu);
        shown.house.gate.matched.clear();
        shown.house.gate.matched.add(match.value());
        shown.story.tell(new ChangeAsked(match, ada, wu, Side.PARTICIPANT, LocalDate.of(2026, 6, 9), Story.LAW), asAda);
        shown.house.caughtUp();
        assertThat(pages.as(asAda).words("/mine")).doesNotContain(CHANGE);
        shown.story.tell(new MatchEnded(match, ada, wu, EndReason.CHANGE_ARRANGED));
        shown.house.gate.matched.clear();
        shown.house.caughtUp();
        assertThat(pages.as(asAda).words("/mine")).contains(CHANGE).doesNotContain(name);
        assertThat(pages.as(asWu).words("/walks")).doesNotContain(CHANGE, "Ada Yonath");
    }

    @Test
    void leavesNothingInTheStoryThatCoordinatorsRead() throws Exception {
        declined(Side.PARTICIPANT);
        String before = pages.as(Story.COORDINATOR).words("/participants/{id}", ada.value());
        takenBack(Side.PARTICIPANT);
        assertThat(pages.words("/participants/{id}", ada.value())).isEqualTo(before);
        assertThat(pages.as(Story.AUDITOR).words("/audit"))
                .contains("Somebody no longer minds being proposed to the other again.");
        assertThat(shown.house
                        .jdbc()
                        .sql("select count(*) from chronicle where kind = 'wish-apart-taken-back' and side is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
