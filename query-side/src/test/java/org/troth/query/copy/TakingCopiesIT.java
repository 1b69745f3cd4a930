package org.troth.query.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.troth.events.ParticipantId;
import org.troth.events.Side;
import org.troth.events.VolunteerId;
import org.troth.events.account.Actor;
import org.troth.events.account.Role;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.events.erasure.ErasureEvent.ErasureRequested;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

/** What people take along of their own record: all of it, and nothing of anybody else's. */
@WithPostgres
class TakingCopiesIT {

    private static House house;
    private static ParticipantId ada;
    private static ParticipantId rosa;
    private static VolunteerId vera;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database).live();
        Story story = new Story(house.feed, 5).beginning();
        ada = story.enrolled("Ada Byron");
        rosa = story.enrolled("Rosa Parks");
        vera = story.volunteer("Vera Rubin", 2, "housing");
        story.started(ada, vera);
        story.tell(new ErasureRequested(
                ada.value(),
                Side.PARTICIPANT,
                story.id(),
                LocalDate.of(2026, 1, 2),
                LocalDate.of(2026, 8, 1),
                Story.LAW));
        house.caughtUp();
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

    private static Actor as(ParticipantId participant) {
        return Story.self(Role.PARTICIPANT, participant.value());
    }

    @Test
    void holdsWhatIsKeptAndNotWhoWalksBeside() throws Exception {
        MockHttpServletResponse json = pages.as(as(ada)).get("/mine/copy.json");
        assertThat(json.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"copy.json\"");
        assertThat(json.getContentAsString())
                .contains(
                        "\"text\":\"Ada Byron\"", "\"answerBy\":\"2026-08-01\"", "\"matches\":[{\"state\":\"STARTED\"")
                .doesNotContain("Vera Rubin", "Rosa Parks", vera.toString(), rosa.toString());
        assertThat(pages.get("/api/v1/mine/copy").getContentAsString()).contains("Ada Byron");

        MockHttpServletResponse pdf = pages.get("/mine/copy.pdf");
        assertThat(pdf.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"copy.pdf\"");
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.getContentAsString())
                .contains("My name: Ada Byron", "Answer by: 1 August 2026", "Somebody to walk beside me")
                .doesNotContain("Vera Rubin", "Rosa Parks");
    }

    @Test
    void isOneLookAtOneself() throws Exception {
        pages.as(as(rosa)).get("/mine/copy.json");
        assertThat(house.gate.looks).singleElement().satisfies(look -> {
            assertThat(look.shown()).extracting(Look.Shown::person).containsExactly(rosa.value());
            assertThat(look.shown().get(0).words()).contains(Words.PARTICIPANT_NAME);
        });
    }

    @Test
    void isTheirOwnAlone() {
        for (Actor other : Set.of(Story.COORDINATOR, Story.AUDITOR, Story.self(Role.VOLUNTEER, vera.value()))) {
            for (String address : Set.of("/mine/copy", "/mine/copy.json", "/mine/copy.pdf", "/api/v1/mine/copy")) {
                assertThatThrownBy(() -> pages.as(other).get(address)).hasCauseInstanceOf(LookForbidden.class);
            }
        }
    }

    /** Whoever keeps words of a new kind under a participant's key adds them to the copy, or to this list with a reason. */
    @Test
    void leavesNoKindOfTheirWordsOut() {
        Set<Words> ofOthers = Set.of(
                Words.ACCOUNT_NAME,
                Words.ACCOUNT_PASSWORD,
                Words.ACCOUNT_FACTOR,
                Words.ACCOUNT_PASSKEY,
                Words.DISCLOSURE_REASON,
                Words.ENCOUNTER_REFLECTION,
                Words.VOLUNTEER_CONTACT,
                Words.VOLUNTEER_LIVED_EXPERIENCE,
                Words.VOLUNTEER_NAME);
        for (Words each : Words.values()) {
            boolean there = Part.OF_PARTICIPANT.stream()
                    .flatMap(part -> part.fields().stream())
                    .anyMatch(field -> field.words() == each);
            assertThat(there).as(each.label()).isEqualTo(!ofOthers.contains(each));
        }
    }
}
