package org.troth.query.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.troth.events.ParticipantId;
import org.troth.events.account.KeptFilters.KeptFilter;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.LookForbidden;
import org.troth.query.sample.Pages;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithPostgres
class FilteringWorklistIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static CaseHouse shown;
    private static ParticipantId debt;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        shown = new CaseHouse(database);
        debt = shown.story.enquiry("debt");
        shown.house.caughtUp();
    }

    @AfterAll
    static void close() {
        shown.close();
    }

    @BeforeEach
    void begin() {
        shown.house.gate.forget();
        shown.house.filters.clear();
        pages = new Pages(shown.house);
    }

    @Test
    void letsThroughWhatIsOfItsKindsMatterAndLanguage() throws Exception {
        assertThat(people("/api/v1/worklist/filtered?kind=intake&matter=debt")).containsExactly(debt.toString());
        assertThat(people("/api/v1/worklist/filtered?kind=intake&matter=debt&language=en"))
                .containsExactly(debt.toString());
        assertThat(people("/api/v1/worklist/filtered?kind=intake&matter=debt&language=ar"))
                .isEmpty();
        assertThat(people("/api/v1/worklist/filtered?kind=change&matter=debt")).isEmpty();
        assertThat(people("/api/v1/worklist/filtered?kind=change")).containsExactly(shown.ada.toString());
    }

    @Test
    void letsThroughWhatIsDueByTheDay() throws Exception {
        assertThat(people("/api/v1/worklist/filtered?kind=change&kind=intake&due=0"))
                .as("the change was due in May; an enquiry has no day")
                .containsExactly(shown.ada.toString());
        assertThat(people("/api/v1/worklist/filtered?kind=consent&due=12")).isEmpty();
        assertThat(people("/api/v1/worklist/filtered?kind=consent&due=13")).containsExactly(shown.ada.toString());
    }

    @Test
    void asksEveryKindWithEveryCondition() throws Exception {
        JsonNode all = read("/api/v1/worklist/filtered");
        assertThat(all.size()).isEqualTo(Waiting.values().length);
        assertThat(read("/api/v1/worklist/filtered?matter=housing&language=en&due=366")
                        .size())
                .isEqualTo(Waiting.values().length);
    }

    @Test
    void disclosesWhomItShowsAndNobodyElse() throws Exception {
        pages.get("/worklist/filtered?kind=change");
        assertThat(shown.house.gate.looks).singleElement().satisfies(look -> {
            assertThat(look.route()).isEqualTo("/worklist/filtered");
            assertThat(look.shown()).extracting(Look.Shown::person).containsExactly(shown.ada.value());
        });
    }

    @Test
    void refusesKindsAndCodesThatThereAreNot() {
        for (String question : List.of("kind=nothing", "matter=two%20words", "language=a_b", "due=soon", "due=-1")) {
            assertThatThrownBy(() -> pages.get("/worklist/filtered?" + question))
                    .as(question)
                    .hasRootCauseInstanceOf(LookForbidden.class);
        }
        assertThat(shown.house.gate.looks).isEmpty();
    }

    @Test
    void showsTheReadersOwnAsLinksThatHoldCodesAlone() throws Exception {
        UUID id = UUID.randomUUID();
        shown.house.filters.add(new KeptFilter(id, List.of("change", "list"), "housing", "ar", 7));
        shown.house.filters.add(new KeptFilter(UUID.randomUUID(), List.of(), null, null, null));
        String address = "/worklist/filtered?kind=change&amp;kind=list&amp;matter=housing&amp;language=ar&amp;due=7";

        assertThat(pages.get("/").getContentAsString()).contains("href=\"" + address + "\"");
        assertThat(pages.words("/")).contains("Changes to arrange, Waiting list · Housing · Arabic, due within 7 days");
        assertThat(pages.get("/worklist/filters").getContentAsString())
                .contains("href=\"" + address + "\"", "/worklist/filters/" + id + "/removal");
        assertThat(pages.words("/worklist/filters")).contains("Everything");
    }

    private Set<String> people(String address) throws Exception {
        return read(address)
                .valueStream()
                .flatMap(section -> section.path("items").valueStream())
                .map(item -> item.path("participant").asString())
                .collect(Collectors.toSet());
    }

    private JsonNode read(String address) throws Exception {
        return JSON.readTree(pages.get(address).getContentAsString());
    }
}
