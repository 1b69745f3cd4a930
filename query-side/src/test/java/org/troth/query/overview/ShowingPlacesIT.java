package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.VolunteerId;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithPostgres
class ShowingPlacesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static House house;
    private static Story story;
    private static VolunteerId both;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        story = new Story(house.feed, 5).beginning();
        both = story.volunteer("Knows Two", 6, "housing", "debt");
        story.volunteer("Knows One", 2, "debt");
        for (int i = 0; i < 5; i++) {
            ParticipantId participant = story.enrolled("Walks " + i);
            story.started(participant, both);
        }
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
    void countsPlacesUnderEachMatterOfWhoeverHasThem() throws Exception {
        JsonNode places = read();
        assertThat(row(places.path("matters"), "Debt")).isEqualTo(List.of(5L, 3L));
        assertThat(row(places.path("matters"), "Housing")).isEqualTo(List.of(5L, 1L));
        assertThat(row(places.path("languages"), "English")).isEqualTo(List.of(5L, 3L));
        assertThat(row(places.path("times"), "Not said")).isEqualTo(List.of(5L, 3L));
    }

    @Test
    void saysHowLongPeopleWaitedWithoutSayingItOfOne() throws Exception {
        JsonNode places = read();
        assertThat(places.path("waitedByLanguage").path(0).path("label").asString())
                .isEqualTo("English (5)");
        assertThat(places.path("waitedByMatter").path(0).path("label").asString())
                .endsWith("(5)");
        assertThat(places.path("waitedByMatter"))
                .isEqualTo(JSON.readTree(pages.get("/api/v1/worklist").getContentAsString())
                        .path("waited"));
    }

    @Test
    void drawsEachWithItsTableAndNamesNobody() throws Exception {
        String page = pages.get("/worklist/places").getContentAsString();
        assertThat(Pages.visible(page))
                .contains("Places by matter", "Places by language", "Places by time of the week")
                .contains("by language, on average", "The numbers as a table")
                .doesNotContain("Knows", "Walks");
        assertThat(page.split("<table", -1)).hasSize(6);
        assertThat(house.gate.looks).isEmpty();
    }

    private JsonNode read() throws Exception {
        return JSON.readTree(pages.get("/api/v1/worklist/places").getContentAsString());
    }

    private static List<Long> row(JsonNode rows, String label) {
        for (JsonNode row : rows) {
            if (row.path("label").asString().equals(label)) {
                return List.of(row.path("taken").asLong(), row.path("free").asLong());
            }
        }
        throw new AssertionError("nothing is said of " + label);
    }
}
