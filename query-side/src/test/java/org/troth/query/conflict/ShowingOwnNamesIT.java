package org.troth.query.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.conflict.ConflictEvent.ConflictNameTakenBack;
import org.troth.events.conflict.ConflictEvent.Relation;
import org.troth.events.disclosure.LookForbidden;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class ShowingOwnNamesIT {

    private static House house;
    private static Story story;
    private static ParticipantId ada;
    private static VolunteerId vera;
    private static Actor asAda;
    private static Actor asVera;

    @BeforeAll
    static void open(TestDatabase database) {
        house = new House(database).live();
        story = new Story(house.feed, 5).beginning();
        ada = story.enrolled("Ada Byron");
        vera = story.volunteer("Vera Rubin", 2, "housing");
        asAda = Story.self(Role.PARTICIPANT, ada.value());
        asVera = Story.self(Role.VOLUNTEER, vera.value());
        house.caughtUp();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void showsEachTheirOwnListAndNobodyElseAny() throws Exception {
        Pages pages = new Pages(house);
        String before = pages.as(Story.COORDINATOR).words("/participants/{id}", ada.value());
        story.named(ada.value(), Side.PARTICIPANT, Relation.EMPLOYER, "Harbour Street Bakery");
        UUID taken = story.named(ada.value(), Side.PARTICIPANT, Relation.OTHER_PARTY, "Old Mill Lettings");
        story.named(vera.value(), Side.VOLUNTEER, Relation.KNOWN_PERSON, "Mary Jackson");
        story.tell(new ConflictNameTakenBack(ada.value(), Side.PARTICIPANT, taken, Story.LAW), asAda);
        house.caughtUp();

        assertThat(pages.as(asAda).words("/conflicts"))
                .contains("Harbour Street Bakery", "Employer, since")
                .doesNotContain("Old Mill", "Mary Jackson");
        assertThat(pages.as(asVera).words("/conflicts"))
                .contains("Mary Jackson", "Known person, since")
                .doesNotContain("Harbour");
        assertThat(pages.get("/api/v1/conflicts").getContentAsString())
                .contains("\"relation\":\"KNOWN_PERSON\",\"name\":{\"text\":\"Mary Jackson\"");

        assertThat(pages.as(Story.COORDINATOR).words("/participants/{id}", ada.value()))
                .isEqualTo(before);
        for (Actor other : new Actor[] {Story.COORDINATOR, Story.AUDITOR}) {
            assertThatThrownBy(() -> pages.as(other).get("/conflicts")).hasCauseInstanceOf(LookForbidden.class);
            assertThatThrownBy(() -> pages.as(other).get("/api/v1/conflicts")).hasCauseInstanceOf(LookForbidden.class);
        }
        assertThat(pages.as(Story.AUDITOR).words("/audit"))
                .contains("A name was put on somebody’s own list of whom to keep away from.")
                .doesNotContain("Harbour", "Employer", "Mary Jackson");
    }
}
