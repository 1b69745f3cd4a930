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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.dispatch.Phrase;
import org.troth.command.law.HouseLaw;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.command.record.PretendProgramme;
import org.troth.command.record.SaidWords;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.OtherSupport;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.PowerImbalance;
import org.troth.events.participant.ParticipantEvent.Suitability;
import org.troth.events.participant.ParticipantEvent.SuitabilityAssessed;
import org.troth.events.participant.ParticipantEvent.Urgency;
import org.troth.events.participant.ParticipantEvent.WaitingListJoined;

class TriagingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String SUITABLE =
            "{\"outcome\": \"SUITABLE\", \"reason\": \"fits-our-work\", \"otherSupport\": \"NONE\", \"imbalance\": \"FELT\"}";
    private static final String NOT_NOW =
            "{\"outcome\": \"NOT_NOW\", \"reason\": \"their-wish\", \"otherSupport\": \"NOT_SAID\", \"imbalance\": \"NOT_SAID\"}";

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Participant.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final TriageDesk desk = new TriageDesk(house.dispatch(), PermitsForTests.of(disclosing, record));
    private final ParticipantDesk people = new ParticipantDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            new MemorySealing(),
            new Receipts(record, MemoryRecord.plainTags(), () -> "0".repeat(32)),
            new RecordedEnquiries(record),
            (person, name) -> {},
            SaidWords.none(),
            PretendProgramme.published());
    private final MockMvc coordinator =
            Callers.over(People.coordinator(), new TriageApi(desk), new TriageForms(desk), new ParticipantApi(people));
    private String person = "";

    @BeforeEach
    void somebodyAsks() throws Exception {
        send("", "{\"matter\": \"housing\", \"language\": \"en\"}");
        person = record.facts(EnquiryReceived.class).get(0).participant().toString();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private int send(String path, String body) throws Exception {
        return coordinator
                .perform(post("/api/v1/participants" + path)
                        .contentType(APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private void takeIn() throws Exception {
        send("/" + person + "/intake", "{\"name\": \"Ada\", \"matter\": \"housing\", \"language\": \"en\"}");
    }

    @Test
    void weighsWithReasonAndLawAsOftenAsThingsChange() throws Exception {
        assertThat(send("/" + person + "/assessment", NOT_NOW)).isEqualTo(200);
        assertThat(send("/" + person + "/assessment", SUITABLE)).isEqualTo(200);
        SuitabilityAssessed last = record.facts(SuitabilityAssessed.class).get(1);
        assertThat(last)
                .isEqualTo(new SuitabilityAssessed(
                        last.participant(),
                        Suitability.SUITABLE,
                        "fits-our-work",
                        OtherSupport.NONE,
                        PowerImbalance.FELT,
                        HouseLaw.TRIAGE_SUITABILITY));
    }

    @Test
    void enrolsNobodyForWhomOtherHelpWasFoundFirst() throws Exception {
        takeIn();
        send("/" + person + "/assessment", NOT_NOW);
        refused("/" + person + "/enrolment", "", ParticipantRefused.notSuitable());
        send("/" + person + "/assessment", SUITABLE);
        assertThat(send("/" + person + "/enrolment", "")).isEqualTo(200);
        assertThat(record.facts(ParticipantEnrolled.class)).hasSize(1);
    }

    @Test
    void enrolsThoseOfWhomNothingWasWeighed() throws Exception {
        takeIn();
        assertThat(send("/" + person + "/enrolment", "")).isEqualTo(200);
    }

    @Test
    void putsSomebodyOnTheListAfterIntakeAndWeighing() throws Exception {
        String waiting = "/" + person + "/waiting";
        String soon = "{\"urgency\": \"SOON\"}";
        refused(waiting, soon, ParticipantRefused.waitingAfterIntake());
        takeIn();
        refused(waiting, soon, ParticipantRefused.weighFirst());
        send("/" + person + "/assessment", NOT_NOW);
        refused(waiting, soon, ParticipantRefused.weighFirst());
        send("/" + person + "/assessment", SUITABLE);
        assertThat(send(waiting, soon)).isEqualTo(200);
        refused(waiting, soon, ParticipantRefused.alreadyWaiting());
        refused(waiting, "{\"urgency\": \"URGENT\"}", ParticipantRefused.urgentNeedsStep());
        assertThat(send(waiting, "{\"urgency\": \"URGENT\", \"nextStep\": \"call-today\"}"))
                .isEqualTo(200);
        assertThat(record.facts(WaitingListJoined.class))
                .extracting(WaitingListJoined::urgency, WaitingListJoined::nextStep)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Urgency.SOON, null),
                        org.assertj.core.groups.Tuple.tuple(Urgency.URGENT, "call-today"));
        assertThat(record.facts(WaitingListJoined.class).get(1).law()).isEqualTo(HouseLaw.TRIAGE_WAITING);
    }

    @Test
    void triagesNobodyWhoseEnquiryIsClosed() throws Exception {
        send("/" + person + "/closing", "{\"reason\": \"other-help\"}");
        refused("/" + person + "/assessment", SUITABLE, ParticipantRefused.closed());
        refused("/" + person + "/waiting", "{\"urgency\": \"SOON\"}", ParticipantRefused.closed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    assessment | {}                                      | outcome      | required
                    assessment | {"outcome": "BAD"}                      | outcome      | choice
                    assessment | {"reason": "their fault"}               | reason       | code
                    assessment | {"imbalance": "the landlord shouts"}    | imbalance    | choice
                    waiting    | {}                                      | urgency      | required
                    waiting    | {"urgency": "SOON", "nextStep": "pray"} | nextStep     | code
                    """)
    void takesCodesAlone(String path, String body, String field, String rule) {
        assertThatThrownBy(() -> send("/" + person + "/" + path, body))
                .cause()
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .anySatisfy(fault -> assertThat(fault.field() + " " + fault.rule())
                                        .isEqualTo(field + " " + rule)));
        assertThat(record.facts()).hasSize(1);
    }

    @Test
    void isACoordinatorsAlone() {
        MockMvc self =
                Callers.over(People.participant(UUID.fromString(person)), new TriageApi(desk), new TriageForms(desk));
        for (String id : List.of(person, UUID.randomUUID().toString())) {
            for (String path : List.of("/assessment", "/waiting")) {
                assertThatThrownBy(() -> self.perform(get("/participants/" + id + path)))
                        .hasCauseInstanceOf(NotOnRecord.class);
                assertThatThrownBy(() -> self.perform(post("/api/v1/participants/" + id + path)
                                .contentType(APPLICATION_JSON)
                                .content("{}")))
                        .hasCauseInstanceOf(NotOnRecord.class);
            }
        }
        assertThat(disclosing.refusals()).hasSize(8);
    }

    @Test
    void showsAFormAgainWithWhatIsWrong() throws Exception {
        MvcResult page = coordinator
                .perform(post("/participants/" + person + "/assessment").param("outcome", "SUITABLE"))
                .andReturn();
        assertThat(page.getResponse().getStatus()).isEqualTo(400);
        assertThat(page.getModelAndView().getModel().get("errors"))
                .isEqualTo(Map.of(
                        "reason", Phrase.of("command.dispatch.needed"),
                        "otherSupport", Phrase.of("command.dispatch.needed"),
                        "imbalance", Phrase.of("command.dispatch.needed")));
        MvcResult kept = coordinator
                .perform(post("/participants/" + person + "/assessment")
                        .param("outcome", "SUITABLE")
                        .param("reason", "fits-our-work")
                        .param("otherSupport", "SOME")
                        .param("imbalance", "NOT_FELT"))
                .andReturn();
        assertThat(kept.getResponse().getStatus()).isEqualTo(303);
        for (String path : List.of("/assessment", "/waiting")) {
            assertThat(coordinator
                            .perform(get("/participants/" + person + path))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
        }
    }

    private void refused(String path, String body, ParticipantRefused no) {
        assertThatThrownBy(() -> send(path, body))
                .cause()
                .isInstanceOf(ParticipantRefused.class)
                .hasMessage(no.plain());
    }
}
