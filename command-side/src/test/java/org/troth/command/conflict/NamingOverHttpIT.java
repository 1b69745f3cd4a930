package org.troth.command.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Lookups;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.dispatch.Phrase;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.events.VolunteerId;
import org.troth.events.conflict.ConflictEvent.ConflictNameStated;
import org.troth.events.conflict.ConflictEvent.ConflictNameTakenBack;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerEvent.VolunteerQualifiedUntil;
import org.troth.testkit.TestDatabase;
import org.troth.testkit.WithPostgres;

@WithPostgres
class NamingOverHttpIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK);
    private final MemoryRecord record = house.record();
    private final VolunteerId v = new VolunteerId(UUID.randomUUID());
    private final Asked coordinator = People.coordinator();
    private final Asked asP = People.participant(UUID.randomUUID());
    private final Asked asV = People.volunteer(v.value());
    private final ConflictDesk desk;

    NamingOverHttpIT(TestDatabase database) {
        database.migrate("lookups", "classpath:db/lookups");
        desk = new ConflictDesk(
                house.dispatch(),
                PermitsForTests.of(new MemoryDisclosing(), record),
                record,
                new NameTags(new Lookups(JdbcClient.create(database.application())), MemoryRecord.plainTags()),
                new MemorySealing());
    }

    @BeforeEach
    void begin() {
        VolunteerQualifiedUntil known =
                new VolunteerQualifiedUntil(v, LocalDate.parse("2027-01-01"), HouseLaw.VOLUNTEER_QUALIFICATION);
        record.record(
                new Unit(coordinator.actor(), UUID.randomUUID()),
                List.of(new NewFact("Volunteer", v.toString(), 0, known)));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private MockMvc web(Asked caller) {
        return Callers.over(caller, new ConflictApi(desk), new ConflictForms(desk));
    }

    private static MvcResult sent(MockMvc web, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn();
    }

    private static Map<String, Object> model(MvcResult result) {
        return Objects.requireNonNull(result.getModelAndView()).getModel();
    }

    @Test
    void leadsEachBackToWhereTheyCameFrom() throws Exception {
        MvcResult own =
                sent(web(asP), post("/conflicts").param("relation", "FIRM").param("name", "Hill and Stone"));
        assertThat(own.getResponse().getStatus()).isEqualTo(303);
        assertThat(own.getResponse().getRedirectedUrl()).startsWith("/conflicts?at=");
        MvcResult written = sent(
                web(coordinator),
                post("/conflicts")
                        .param("volunteer", v.toString())
                        .param("relation", "EMPLOYER")
                        .param("name", "Hill and Stone"));
        assertThat(written.getResponse().getRedirectedUrl()).startsWith("/volunteers/" + v + "?at=");
        UUID entry = record.facts(ConflictNameStated.class).get(0).entry();
        MvcResult back = sent(web(asP), post("/conflicts/" + entry + "/withdrawal"));
        assertThat(back.getResponse().getRedirectedUrl()).startsWith("/conflicts?at=");
    }

    @Test
    void showsTheFormAgainWithWhatIsWrong() throws Exception {
        MvcResult again =
                sent(web(asV), post("/conflicts").param("relation", "FIRM").param("name", "?!"));
        assertThat(again.getResponse().getStatus()).isEqualTo(400);
        assertThat(model(again))
                .containsEntry("own", true)
                .containsEntry("errors", Map.of("name", Phrase.of("command.conflict.wrong.letters")));
        assertThat(model(sent(web(asV), get("/conflicts/new")))).containsEntry("back", "/conflicts");
    }

    @Test
    void answersTheSameAsJson() throws Exception {
        MvcResult made = sent(
                web(asP),
                post("/api/v1/conflicts")
                        .contentType(APPLICATION_JSON)
                        .content("{\"relation\": \"EMPLOYER\", \"name\": \"Harbour Bakery\"}"));
        assertThat(made.getResponse().getStatus()).isEqualTo(201);
        UUID entry = record.facts(ConflictNameStated.class).get(0).entry();
        assertThat(made.getResponse().getContentAsString()).contains(entry.toString());
        assertThat(sent(web(asP), post("/api/v1/conflicts/" + entry + "/withdrawal"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        assertThat(record.facts(ConflictNameTakenBack.class)).hasSize(1);
    }
}
