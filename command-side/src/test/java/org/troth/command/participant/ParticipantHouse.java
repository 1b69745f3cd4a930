package org.troth.command.participant;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Permits;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.MovableClock;
import org.troth.command.record.People;
import org.troth.command.record.PretendProgramme;
import org.troth.command.record.SaidWords;
import org.troth.events.ParticipantId;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;

/** Everything about participants over HTTP on a record in memory, and one of them, known to a coordinator. */
final class ParticipantHouse implements AutoCloseable {

    final MovableClock clock = new MovableClock();
    final MemoryHouse house = MemoryHouse.of(clock, Participant.class);
    final MemoryRecord record = house.record();
    final MemoryDisclosing disclosing = new MemoryDisclosing();
    final SaidWords support = new SaidWords(record, "consent");
    final PretendProgramme programme = new PretendProgramme();
    final MockMvc coordinator = as(People.coordinator());
    final List<String> names = new ArrayList<>();
    final ParticipantId person;
    final MockMvc self;

    ParticipantHouse() throws Exception {
        send(coordinator, "", "{\"matter\": \"housing\", \"language\": \"en\"}");
        person = record.facts(EnquiryReceived.class).get(0).participant();
        self = as(People.participant(person.value()));
    }

    MockMvc as(Asked caller) {
        Permits permits = PermitsForTests.of(disclosing, record);
        MemorySealing sealing = new MemorySealing();
        ClosureDesk closure = new ClosureDesk(house.dispatch(), permits);
        CorrectionDesk correction = new CorrectionDesk(
                house.dispatch(),
                permits,
                sealing,
                (known, name) -> names.add(name),
                support.added(),
                programme.codes());
        BesideDesk beside = new BesideDesk(house.dispatch(), permits, sealing, support.added());
        ParticipantDesk people = new ParticipantDesk(
                house.dispatch(),
                permits,
                sealing,
                new Receipts(record, MemoryRecord.plainTags(), () -> "0".repeat(32)),
                new RecordedEnquiries(record),
                (person, name) -> {},
                support.added(),
                programme.codes());
        return Callers.over(
                caller,
                new ParticipantApi(people),
                new ClosureApi(closure),
                new ClosureForms(closure),
                new CorrectionApi(correction),
                new CorrectionForms(correction, programme.codes()),
                new BesideApi(beside),
                new BesideForms(beside));
    }

    void enrol() throws Exception {
        send("/intake", "{\"name\": \"Ada\", \"matter\": \"housing\", \"language\": \"en\"}");
        send("/contacts", "{\"channel\": \"PHONE\", \"address\": \"0113 496 0000\"}");
        send("/enrolment", "");
    }

    /** What the coordinator sends about the one. */
    int send(String path, String body) throws Exception {
        return send(coordinator, "/" + person + path, body);
    }

    int send(MockMvc caller, String path, String body) throws Exception {
        return caller.perform(post("/api/v1/participants" + path)
                        .contentType(APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** What the person sends about themselves. */
    int own(String path, String body) throws Exception {
        return send(self, "/" + person + path, body);
    }

    static String nobody() {
        return "/" + UUID.randomUUID();
    }

    @Override
    public void close() {
        house.close();
    }
}
