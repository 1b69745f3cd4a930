package org.troth.query.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.troth.events.ParticipantId;
import org.troth.events.disclosure.Look;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class SearchingPeopleIT {

    private static House house;
    private static ParticipantId gone;
    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        Story story = new Story(house.feed, 5).beginning();
        for (int number = 1; number <= 27; number++) {
            story.enrolled("Zoë Müller " + number);
        }
        story.aside(story.participants().get(0), "Teodora Beside");
        story.enquiry("family");
        gone = story.enrolled("Somebody Erased");
        house.words.erase(gone.value());
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
    void recordsOneScanAndThenEachPersonShownAndNoMore() throws Exception {
        String words = Pages.visible(
                pages.post("/participants/search", "term", "  MÜLLER 2 ").getContentAsString());

        assertThat(words).contains("Zoë Müller 2", "Zoë Müller 20").doesNotContain("Zoë Müller 3 ", "Somebody");
        assertThat(house.gate.searches)
                .singleElement()
                .satisfies(people -> assertThat(people).hasSize(28));
        assertThat(house.gate.looks).singleElement().satisfies(look -> {
            assertThat(look.route()).isEqualTo("/participants/search");
            assertThat(look.shown()).hasSize(9);
        });
    }

    @Test
    void showsTwentyAtATimeAndDisclosesThePageOnly() throws Exception {
        String first =
                pages.json("/api/v1/participants/search", "{\"term\":\"zoë\"}").getContentAsString();
        assertThat(first).contains("\"more\":true", "\"page\":1").doesNotContain("\"term\"");
        assertThat(house.gate.looks.get(0).shown()).hasSize(20);

        String second = pages.json("/api/v1/participants/search", "{\"term\":\"zoë\",\"page\":2}")
                .getContentAsString();
        assertThat(second).contains("\"more\":false", "\"page\":2");
        assertThat(house.gate.looks.get(1).shown()).hasSize(7);
        assertThat(house.gate.looks.get(1).shown())
                .extracting(Look.Shown::person)
                .doesNotContainAnyElementsOf(house.gate.looks.get(0).shown().stream()
                        .map(Look.Shown::person)
                        .toList());
    }

    @Test
    void findsNobodyByTheNameOfWhoeverIsNamedBesideThem() throws Exception {
        assertThat(pages.post("/participants/search", "term", "Teodora").getContentAsString())
                .contains("Nobody was found");
    }

    @Test
    void findsNobodyByNothingAndOpensNothing() throws Exception {
        for (String term : List.of("", "   ", "x".repeat(201))) {
            MockHttpServletResponse response = pages.post("/participants/search", "term", term);
            assertThat(response.getContentAsString()).contains("Nobody was found");
        }
        assertThat(house.gate.searches).isEmpty();
        assertThat(house.gate.looks).isEmpty();
    }

    @Test
    void listsTwentyAndDisclosesThose() throws Exception {
        String page = pages.words("/participants");
        assertThat(page)
                .contains("erased", "no name yet", "Zoë Müller 27", "Older")
                .doesNotContain("Zoë Müller 9 ");
        assertThat(house.gate.looks)
                .singleElement()
                .satisfies(look -> assertThat(look.shown()).hasSize(20));

        String json = pages.get("/api/v1/participants").getContentAsString();
        assertThat(json).contains("\"name\":{\"text\":null,\"erased\":true,\"withheld\":false}");
        String before = json.replaceAll(".*\"before\":(\\d+).*", "$1");
        assertThat(pages.get("/api/v1/participants?before=" + before).getContentAsString())
                .contains("Zoë Müller 1\"", "\"before\":null");
    }
}
