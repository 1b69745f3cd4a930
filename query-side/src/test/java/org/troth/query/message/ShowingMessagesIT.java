package org.troth.query.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.MessageId;
import org.troth.events.ParticipantId;
import org.troth.events.account.Role;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.message.MessageEvent.MessageLeft;
import org.troth.events.message.MessageEvent.MessageUnaccounted;
import org.troth.events.message.MessageEvent.MessageWithheld;
import org.troth.events.message.MessageEvent.Occasion;
import org.troth.events.message.MessageEvent.Why;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class ShowingMessagesIT {

    private static House house;
    private static ParticipantId ada;
    private static ParticipantId lise;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        Story story = new Story(house.feed, 17).beginning();
        ada = story.enrolled("Ada Byron");
        lise = story.enrolled("Lise Meitner");
        MessageId left = story.due(ada, Occasion.CONSENT_ASKED);
        story.leaves(left, ada);
        story.tell(new MessageLeft(left, Story.to(ada)));
        MessageId lost = story.due(ada, Occasion.MATCH_PROPOSED);
        story.leaves(lost, ada);
        story.tell(new MessageUnaccounted(lost, Story.to(ada)));
        MessageId kept = story.due(ada, Occasion.REFERRAL_ANSWERED);
        story.tell(new MessageWithheld(kept, Story.to(ada), Why.WAY_UNSAFE, Story.LAW));
        story.due(lise, Occasion.BOUNDARY_SET);
        house.live().caughtUp();
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

    @Test
    void tellsTheCoordinatorOnTheCaseHowFarEachCame() throws Exception {
        assertThat(pages.words("/participants/" + ada))
                .contains("A question of consent Sent by e-mail")
                .contains("Somebody was proposed Not known whether it was sent by e-mail")
                .contains("An agency answered Not sent The e-mail is not safe any more")
                .contains("A message left.", "It is not sent again.")
                .doesNotContain("was about to leave", "A boundary was set");
    }

    @Test
    void tellsPeopleOnTheirOwnPage() throws Exception {
        pages.as(Story.self(Role.PARTICIPANT, ada.value()));
        assertThat(pages.words("/mine"))
                .contains("What we sent you", "A question of consent Sent by e-mail")
                .doesNotContain("A boundary was set");
        assertThat(pages.get("/api/v1/mine").getContentAsString())
                .contains("\"occasion\":\"REFERRAL_ANSWERED\"", "\"reason\":\"WAY_UNSAFE\"");
    }

    @Test
    void listsAllOfThemWithoutWhomTheyWereFor() throws Exception {
        assertThat(pages.words("/messages"))
                .contains("A boundary was set", "Waits to leave", "A question of consent")
                .doesNotContain("Ada", "Lise", ada.toString(), lise.toString());
        String answer = pages.get("/api/v1/messages").getContentAsString();
        assertThat(answer).contains("\"state\":\"QUEUED\"").doesNotContain(ada.toString(), lise.toString());
        assertThat(house.gate.looks).isEmpty();
    }

    @Test
    void isForCoordinatorsAlone() {
        for (Role role : new Role[] {Role.PARTICIPANT, Role.VOLUNTEER, Role.AUDITOR, Role.ADMINISTRATOR}) {
            pages.as(Story.self(role, ada.value()));
            assertThatThrownBy(() -> pages.get("/messages")).hasCauseInstanceOf(LookForbidden.class);
            assertThatThrownBy(() -> pages.get("/api/v1/messages")).hasCauseInstanceOf(LookForbidden.class);
        }
        assertThat(house.gate.refusals).hasSize(8);
    }
}
