package org.troth.command.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.People;
import org.troth.events.Fact;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.ParticipantAvailabilityStated;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

class StatingAvailabilityTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Participant.class);
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final AvailabilityDesk desk =
            new AvailabilityDesk(house.dispatch(), PermitsForTests.of(disclosing, house.record()));
    private final ParticipantId id = new ParticipantId(UUID.randomUUID());
    private final MockMvc self = as(People.participant(id.value()));

    StatingAvailabilityTest() {
        add(0, new EnquiryReceived(id, "housing", "en", null));
    }

    private void add(long sequence, Fact fact) {
        house.record()
                .record(
                        new Unit(People.coordinator().actor(), UUID.randomUUID()),
                        List.of(new NewFact("Participant", id.toString(), sequence, fact)));
    }

    private MockMvc as(Asked caller) {
        return Callers.over(caller, new AvailabilityApi(desk), new AvailabilityForms(desk));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private MockHttpServletResponse json(MockMvc caller, String body) throws Exception {
        return caller.perform(post("/api/v1/participants/" + id + "/availability")
                        .contentType(APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private List<ParticipantAvailabilityStated> stated() {
        return house.record().facts(ParticipantAvailabilityStated.class);
    }

    @Test
    void isTakenFromThemselvesAndFromACoordinatorAndTheLastOneCounts() throws Exception {
        assertThat(json(self, "{\"times\": [\"weekend-evening\", \"weekday-morning\"]}")
                        .getStatus())
                .isEqualTo(200);
        json(as(People.coordinator()), "{\"times\": [\"weekday-morning\"]}");
        json(self, "{\"times\": [\"weekday-morning\"]}");
        assertThat(stated())
                .extracting(ParticipantAvailabilityStated::times)
                .containsExactly(List.of("weekday-morning", "weekend-evening"), List.of("weekday-morning"));
        json(self, "{}");
        assertThat(stated().get(2).times()).isEmpty();
    }

    @Test
    void isRefusedToOthersAsIfThereWereNoSuchPerson() {
        for (Asked other : List.of(People.participant(UUID.randomUUID()), People.volunteer(UUID.randomUUID()))) {
            assertThatThrownBy(() -> json(as(other), "{\"times\": []}")).cause().isInstanceOf(NotOnRecord.class);
            assertThatThrownBy(() -> as(other).perform(get("/participants/" + id + "/availability")))
                    .cause()
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThat(stated()).isEmpty();
    }

    @Test
    void takesCodesAndNoWords() {
        assertThatThrownBy(() -> json(self, "{\"times\": [\"after my shift\"]}"))
                .cause()
                .isInstanceOf(Invalid.class);
        assertThat(stated()).isEmpty();
    }

    @Test
    void returnsEachToTheirOwnPageAndShowsTheFormAgainWhenItIsTooLate() throws Exception {
        assertThat(sent(self)).startsWith("/mine?at=");
        assertThat(sent(as(People.coordinator()))).startsWith("/participants/" + id + "?at=");
        add(1 + stated().size(), new EnquiryClosed(id, "changed-mind"));
        assertThat(self.perform(post("/participants/" + id + "/availability").param("times", "weekday-evening"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
    }

    private String sent(MockMvc caller) throws Exception {
        return caller.perform(post("/participants/" + id + "/availability").param("times", "weekend-morning"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }
}
