package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.query.freshness.Announced;
import org.troth.query.sample.Pages;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithPostgres
class TellingChangesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern KNOWN = Pattern.compile("data-known=\"([^\"]*)\"");

    private static CaseHouse shown;

    private Announced worklist;
    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        shown = new CaseHouse(database);
    }

    @AfterAll
    static void close() {
        shown.close();
    }

    @BeforeEach
    void begin() {
        shown.house.caughtUp();
        shown.house.gate.forget();
        worklist = shown.house.bean(Announced.class);
        pages = new Pages(shown.house);
    }

    @Test
    void saysWhichKindHasChangedAndLooksAtNobody() {
        JsonNode before = JSON.readTree(worklist.line());
        assertThat(worklist.line()).as("nothing happened").isEqualTo(before.toString());
        ParticipantId newcomer = shown.story.enquiry("housing");
        shown.house.caughtUp();
        String line = worklist.line();
        JsonNode after = JSON.readTree(line);

        assertThat(number(after, "intake")).isEqualTo(number(before, "intake") + 1);
        assertThat(turn(after, "intake")).isGreaterThan(turn(before, "intake"));
        assertThat(turn(after, "change")).isEqualTo(turn(before, "change"));
        assertThat(after.propertyNames()).hasSize(Waiting.values().length);
        assertThat(line)
                .doesNotContain(newcomer.toString(), "housing", "Ada")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}");
        assertThat(shown.house.gate.looks).isEmpty();
    }

    @Test
    void startsFromWhatThePageShows() throws Exception {
        String page = pages.get("/").getContentAsString();
        JsonNode known = known(page);
        JsonNode now = JSON.readTree(worklist.line());
        assertThat(known.propertyNames()).hasSize(Waiting.values().length);
        for (Waiting waiting : Waiting.values()) {
            assertThat(known.path(waiting.key()).asInt()).as(waiting.key()).isEqualTo(turn(now, waiting.key()));
        }
        shown.story.enquiry("housing");
        shown.house.caughtUp();
        assertThat(turn(JSON.readTree(worklist.line()), "intake"))
                .isGreaterThan(known.path("intake").asInt());
        assertThat(known(pages.get("/worklist/intake").getContentAsString()).toString())
                .isEqualTo("{\"intake\":" + turn(JSON.readTree(worklist.line()), "intake") + "}");
        assertThat(known(pages.get("/worklist/intake?page=2").getContentAsString())
                        .toString())
                .isEqualTo("{\"intake\":" + turn(JSON.readTree(worklist.line()), "intake") + "}");
    }

    /** A page whose lines were read a moment earlier must not leave behind what is so no longer. */
    @Test
    void looksAgainWhereAPageSawSomethingElse() {
        JsonNode before = JSON.readTree(worklist.line());
        int turn = shown.house.bean(WorklistNews.class).saw(Waiting.INTAKE, 98765, false, List.of());
        JsonNode after = JSON.readTree(worklist.line());
        assertThat(number(after, "intake")).isEqualTo(number(before, "intake"));
        assertThat(turn(after, "intake")).as("that page is told").isGreaterThan(turn);
    }

    @Test
    void keepsItOutOfWhatProgramsAreAnswered() throws Exception {
        assertThat(pages.get("/api/v1/worklist").getContentAsString())
                .contains("\"more\"")
                .doesNotContain("\"turn\"");
    }

    private static JsonNode known(String page) {
        Matcher known = KNOWN.matcher(page);
        assertThat(known.find()).isTrue();
        return JSON.readTree(known.group(1).replace("&quot;", "\""));
    }

    private static long number(JsonNode line, String kind) {
        return line.path(kind).path("number").asLong();
    }

    private static int turn(JsonNode line, String kind) {
        return line.path(kind).path("turn").asInt();
    }
}
