package org.troth.command.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.events.programme.ProgrammeEvent.ProgrammeCodeOffered;

/** The same over HTTP, as forms and as JSON. */
class OpeningProgrammeFormsTest {

    private final MemoryHouse house = MemoryHouse.of(new MovableClock());
    private final ProgrammeDesk desk = new ProgrammeDesk(
            house.dispatch(),
            PermitsForTests.of(new MemoryDisclosing(), house.record()),
            new RecordedProgramme(house.record()));
    private final MockMvc coordinator =
            Callers.over(People.coordinator(), new ProgrammeApi(desk), new ProgrammeForms(desk));

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void offersOnceHoweverOftenItIsSent() throws Exception {
        String key = UUID.randomUUID().toString();
        for (int sent = 0; sent < 2; sent++) {
            String answer = coordinator
                    .perform(post("/api/v1/programme/codes")
                            .header("Idempotency-Key", key)
                            .contentType(APPLICATION_JSON)
                            .content("{\"list\": \"MATTER\", \"english\": \"School exclusion\"}"))
                    .andExpect(status().isCreated())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(answer).contains("\"id\":\"school-exclusion\"");
        }
        assertThat(house.record().facts(ProgrammeCodeOffered.class)).hasSize(1);
    }

    @Test
    void leadsFromEachFormToTheList() throws Exception {
        coordinator.perform(get("/programme/codes/new")).andExpect(view().name("programme/code"));
        coordinator
                .perform(post("/programme/codes").param("list", "MATTER").param("english", "School"))
                .andExpect(status().isSeeOther());
        coordinator.perform(get("/programme/codes/matter/school")).andExpect(view().name("programme/label"));
        coordinator
                .perform(post("/programme/codes/matter/school").param("english", "School exclusion"))
                .andExpect(status().isSeeOther());
        coordinator.perform(post("/programme/codes/matter/school/end")).andExpect(status().isSeeOther());
        coordinator.perform(post("/programme/codes/matter/school/return")).andExpect(status().isSeeOther());
    }

    @Test
    void showsWhatIsWrongBesideItsFieldAndHoldsWhatWasTyped() throws Exception {
        coordinator
                .perform(post("/programme/codes").param("code", "No Code").param("english", "School"))
                .andExpect(status().isBadRequest())
                .andExpect(model().attributeExists("errors", "said"));
        coordinator
                .perform(post("/programme/codes").param("list", "MATTER").param("english", "Housing"))
                .andExpect(status().isConflict())
                .andExpect(model().attributeExists("refused"));
    }

    @Test
    void knowsNoFormForWhatIsPublishedOrForAListThatIsNone() {
        for (String path : new String[] {"matter/housing", "matter/none", "need/company", "MATTER/housing"}) {
            assertThatThrownBy(() -> coordinator.perform(get("/programme/codes/" + path)))
                    .hasRootCauseInstanceOf(NotOnRecord.class);
        }
    }
}
