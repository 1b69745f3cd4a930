package org.troth.query.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.troth.events.AgencyId;
import org.troth.events.ServiceId;
import org.troth.events.directory.DirectoryEvent.AgencyListed;
import org.troth.events.directory.DirectoryEvent.RecordListed;
import org.troth.events.directory.DirectoryEvent.ServiceListed;
import org.troth.query.reading.AskedWrongly;
import org.troth.query.sample.House;
import org.troth.query.sample.Pages;
import org.troth.query.sample.Story;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The directory as HSDS 3.0: pages by the Page schema, records as they were imported, conditions that all must hold. */
@WithPostgres
class ServingHsdsIT {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String BASE = "/api/v1/directory/hsds";
    private static final String QUAY = "0b6b3f4e-6f0f-4a51-9d0c-000000000001";
    private static final String MILL = "0b6b3f4e-6f0f-4a51-9d0c-000000000002";

    private static House house;

    private Pages pages;

    @BeforeAll
    static void tell(TestDatabase database) {
        house = new House(database);
        Story story = new Story(house.feed, 5);
        AgencyId quay = agency(story, QUAY, "Quay Law", "\"phones\":[{\"id\":\"p-1\",\"number\":\"1\"}]");
        AgencyId mill = agency(story, MILL, "Mill Rights", "\"tax_status\":\"charity\"");
        for (int i = 1; i <= 7; i++) {
            service(story, i % 2 == 1 ? quay : mill, "s-" + i, "Advice " + i, """
                    "organization_id":"%s","last_modified":"2026-0%d-01T10:00:00Z","description":"About %s",
                    "languages":[{"id":"l","code":"en"}],
                    "attributes":[{"id":"a","taxonomy_term":{"id":"t-%d","taxonomy_detail":{"id":"x-%d"}}}]""".formatted(
                            i % 2 == 1 ? QUAY : MILL, i, i < 4 ? "Rent" : "Work", i, i % 3));
        }
        service(story, quay, "s-8", "Without more", "\"status\":\"inactive\"");
        service(story, mill, "s-9", "At two places", """
                "status":"active","service_at_locations":[{"id":"p-1","description":"At the quay","location_id":"l-1"},
                {"id":"p-2","location":{"id":"l-2","name":"Old mill","location_type":"physical"}}]""");
        record(story, "location", "l-1", "\"name\":\"Quayside\",\"location_type\":\"virtual\"");
        record(story, "service_at_location", "p-3", "\"service_id\":\"s-8\",\"description\":\"By phone\"");
        record(story, "taxonomy", "x-1", "\"name\":\"Kinds\",\"description\":\"d\"");
        record(
                story,
                "taxonomy_term",
                "t-1",
                "\"name\":\"Child\",\"description\":\"d\",\"parent_id\":\"t-2\",\"taxonomy_id\":\"x-1\"");
        String endless = new Random(7)
                .ints(10_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        service(story, mill, "s-91", "With endless names", """
                "attributes":[{"id":"a","taxonomy_term":{"id":"%1$s","name":"n"}},
                {"id":"b","taxonomy_term":{"id":"t-91","name":"%1$s"}}]""".formatted(endless));
        record(story, "attribute", "a-1", "\"value\":\"hangs on nothing\"");
        house.live().caughtUp();
    }

    private static AgencyId agency(Story story, String published, String name, String more) {
        AgencyId id = new AgencyId(UUID.randomUUID());
        String hsds = "{\"id\":\"%s\",\"name\":\"%s\",\"description\":\"d\",%s}".formatted(published, name, more);
        story.tell(new AgencyListed(id, published, name, hsds, "0"));
        return id;
    }

    private static void service(Story story, AgencyId agency, String published, String name, String more) {
        story.tell(new ServiceListed(
                new ServiceId(UUID.randomUUID()),
                agency,
                published,
                name,
                "active",
                LocalDate.of(2026, 1, 1),
                "{\"id\":\"%s\",\"name\":\"%s\",%s}".formatted(published, name, more),
                "0"));
    }

    private static void record(Story story, String kind, String published, String more) {
        story.tell(new RecordListed(
                UUID.randomUUID(), kind, published, null, "{\"id\":\"%s\",%s}".formatted(published, more), "0"));
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
    void saysWhichVersionItSpeaks() throws Exception {
        JsonNode answer = get("");
        assertThat(answer.path("version").stringValue()).isEqualTo("3.0");
        assertThat(answer.path("openapi_url").stringValue()).endsWith("/v3/api-docs");
        assertThat(answer.path("profile").stringValue()).startsWith("https://");
    }

    @Test
    void servesPagesByThePageSchema() throws Exception {
        JsonNode first = get("/services?per_page=3");
        assertThat(first.path("total_items").intValue()).isEqualTo(10);
        assertThat(first.path("total_pages").intValue()).isEqualTo(4);
        assertThat(first.path("page_number").intValue()).isEqualTo(1);
        assertThat(first.path("size").intValue()).isEqualTo(3);
        assertThat(first.path("first_page").booleanValue()).isTrue();
        assertThat(first.path("last_page").booleanValue()).isFalse();
        assertThat(first.path("empty").booleanValue()).isFalse();
        assertThat(ids(first)).containsExactly("s-1", "s-2", "s-3");

        JsonNode last = get("/services?per_page=3&page=4");
        assertThat(ids(last)).containsExactly("s-8");
        assertThat(last.path("size").intValue()).isEqualTo(1);
        assertThat(last.path("last_page").booleanValue()).isTrue();

        JsonNode beyond = get("/services?per_page=3&page=5");
        assertThat(beyond.path("empty").booleanValue()).isTrue();
        assertThat(beyond.path("contents").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search=rent|s-1 s-2 s-3",
                "search=RENT advice|s-1 s-2 s-3",
                "search=rent&organization_id=" + MILL + "|s-2",
                "organization_id=nobody|''",
                "taxonomy_term_id=t-4|s-4",
                "taxonomy_term_id=t|''",
                "taxonomy_id=x-0|s-3 s-6",
                "taxonomy_id=x-0&search=work|s-6",
                "modified_after=2026-06-01T10:00:00Z&organization_id=" + MILL + "|s-6",
                "modified_after=2026-07-01&organization_id=" + QUAY + "&search=work|s-7",
                "search=%|''",
            })
    void takesAllConditionsTogether(String asked, String found) throws Exception {
        assertThat(String.join(" ", ids(get("/services?" + asked)))).isEqualTo(found);
    }

    @Test
    void tellsAsMuchOfEachAsIsAskedFor() throws Exception {
        JsonNode brief = get("/services?taxonomy_term_id=t-1").path("contents").path(0);
        assertThat(brief.has("languages") || brief.has("attributes")).isFalse();
        assertThat(brief.path("organization").path("name").stringValue()).isEqualTo("Quay Law");
        assertThat(brief.path("organization").has("phones")).isFalse();

        JsonNode full =
                get("/services?taxonomy_term_id=t-1&full=true").path("contents").path(0);
        assertThat(full.path("languages").path(0).path("code").stringValue()).isEqualTo("en");
        assertThat(full.path("organization").path("phones").isArray()).isTrue();
        assertThat(get("/services/s-1")).isEqualTo(full);

        JsonNode minimal = get("/services?taxonomy_term_id=t-1&minimal=true")
                .path("contents")
                .path(0);
        assertThat(minimal.propertyNames()).containsExactly("id", "modified_date");
        assertThat(minimal.path("modified_date").stringValue()).isEqualTo("2026-01-01T10:00:00Z");
    }

    @Test
    void servesOrganisationsWithTheirServices() throws Exception {
        assertThat(ids(get("/organizations"))).containsExactly(MILL, QUAY);
        assertThat(ids(get("/organizations?search=quay"))).containsExactly(QUAY);

        JsonNode organisation = get("/organizations/" + MILL);
        assertThat(organisation.path("tax_status").stringValue()).isEqualTo("charity");
        assertThat(organisation.path("services").size()).isEqualTo(5);
        assertThat(organisation.path("services").path(0).has("attributes")).isFalse();
        assertThat(get("/organizations/" + MILL + "?full_service=true")
                        .path("services")
                        .path(0)
                        .has("attributes"))
                .isTrue();
    }

    @Test
    void servesThePlacesAtWhichServicesAreGiven() throws Exception {
        assertThat(ids(get("/service_at_locations"))).containsExactlyInAnyOrder("p-1", "p-2", "p-3");
        assertThat(ids(get("/service_at_locations?search=mill"))).containsExactly("p-2");
        assertThat(ids(get("/service_at_locations?organization_id=" + MILL))).containsExactlyInAnyOrder("p-1", "p-2");

        JsonNode place = get("/service_at_locations/p-1");
        assertThat(place.path("location").path("name").stringValue()).isEqualTo("Quayside");
        assertThat(place.path("service").path("name").stringValue()).isEqualTo("At two places");
        assertThat(get("/service_at_locations/p-3").path("service").path("name").stringValue())
                .isEqualTo("Without more");
    }

    @Test
    void servesTaxonomiesAndTheirTermsOnceEach() throws Exception {
        assertThat(ids(get("/taxonomies"))).containsExactlyInAnyOrder("x-0", "x-1", "x-2");
        assertThat(get("/taxonomies/x-1").path("name").stringValue()).isEqualTo("Kinds");
        assertThat(ids(get("/taxonomy_terms")))
                .containsExactlyInAnyOrder("t-1", "t-2", "t-3", "t-4", "t-5", "t-6", "t-7", "t-91");
        assertThat(ids(get("/taxonomy_terms?parent_id=t-2"))).containsExactly("t-1");
        assertThat(ids(get("/taxonomy_terms?top_only=true")))
                .doesNotContain("t-1")
                .hasSize(7);
        assertThat(ids(get("/taxonomy_terms?taxonomy_id=x-1"))).containsExactlyInAnyOrder("t-1", "t-4", "t-7");
        JsonNode term = get("/taxonomy_terms/t-1");
        assertThat(term.path("name").stringValue()).isEqualTo("Child");
        assertThat(term.path("taxonomy_detail").path("name").stringValue()).isEqualTo("Kinds");
    }

    @Test
    void refusesFiltersThatItWouldHaveToLeaveOut() {
        assertThatThrownBy(() -> get("/service_at_locations?postcode=20457"))
                .hasRootCauseInstanceOf(AskedWrongly.class);
        assertThatThrownBy(() -> get("/service_at_locations?proximity=500")).hasRootCauseInstanceOf(AskedWrongly.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=x", "per_page=101", "per_page=-1", "modified_after=soon", "format=ndjson"})
    void saysWhatNoAnswerFits(String asked) {
        assertThatThrownBy(() -> get("/services?" + asked)).hasRootCauseInstanceOf(AskedWrongly.class);
    }

    @Test
    void knowsNoOtherRecord() {
        assertThatThrownBy(() -> get("/services/nobody")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> get("/services/" + QUAY)).isInstanceOf(Exception.class);
        assertThat(house.gate.looks).isEmpty();
    }

    private JsonNode get(String address) throws Exception {
        var response = pages.get(BASE + address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return JSON.readTree(response.getContentAsString());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("contents")
                .valueStream()
                .map(each -> each.path("id").stringValue())
                .toList();
    }
}
