package org.troth.command.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.map;
import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.troth.command.dispatch.Asked;
import org.troth.command.dispatch.Choice;
import org.troth.command.dispatch.ChoiceGroup;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.dispatch.Phrase;
import org.troth.command.law.CodeList;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.command.record.PretendProgramme;
import org.troth.command.record.SaidWords;
import org.troth.events.VolunteerId;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;
import org.troth.events.volunteer.VolunteerEvent.VolunteerCapacityChanged;

class AskingOverHttpTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String API = "/api/v1/participants";

    private final MemoryHouse house = MemoryHouse.of(CLOCK, Participant.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final List<String> known = new ArrayList<>();
    private final PretendProgramme programme = new PretendProgramme();
    private final ParticipantDesk desk = new ParticipantDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            new MemorySealing(),
            new Receipts(record, MemoryRecord.plainTags(), () -> "0".repeat(32)),
            new RecordedEnquiries(record),
            (person, name) -> known.add(person + " " + name),
            SaidWords.none(),
            programme.codes());
    private final MockMvc coordinator = as(People.coordinator());

    private MockMvc as(Asked caller) {
        return Callers.over(caller, new ParticipantApi(desk), new ParticipantForms(desk, programme.codes()));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private MockHttpServletResponse json(MockMvc caller, String path, String body) throws Exception {
        return caller.perform(post(path).contentType(APPLICATION_JSON).content(body))
                .andReturn()
                .getResponse();
    }

    private String enquiry() throws Exception {
        json(coordinator, API, "{\"matter\": \"housing\", \"language\": \"en\"}");
        List<EnquiryReceived> facts = record.facts(EnquiryReceived.class);
        return facts.get(facts.size() - 1).participant().toString();
    }

    @Test
    void answersANewRecordWithItsPlaceAndPosition() throws Exception {
        MockHttpServletResponse response =
                json(coordinator, API, "{\"matter\": \"housing\", \"language\": \"zh-hant\", \"words\": \"a word\"}");
        EnquiryReceived fact = record.facts(EnquiryReceived.class).get(0);
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeader("Location")).isEqualTo(API + "/" + fact.participant());
        assertThat(response.getContentAsString()).contains("\"position\":0").doesNotContain("a word");
        assertThat(fact.language()).isEqualTo("zh-Hant");
        assertThat(MemorySealing.peek(fact.words())).isEqualTo("a word");
        assertThat(fact.words().owner()).isEqualTo(fact.participant().value());
    }

    @Test
    void answersARepeatedKeyOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        String first = null;
        for (int time = 0; time < 2; time++) {
            String location = coordinator
                    .perform(post(API)
                            .contentType(APPLICATION_JSON)
                            .header("Idempotency-Key", key)
                            .content("{\"matter\": \"housing\", \"language\": \"en\"}"))
                    .andReturn()
                    .getResponse()
                    .getHeader("Location");
            assertThat(first == null || first.equals(location)).isTrue();
            first = location;
        }
        assertThat(record.facts(EnquiryReceived.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                   | matter   | required
                    {"matter": "Housing!", "language": "en"}             | matter   | code
                    {"matter": "zebras", "language": "en"}               | matter   | code
                    {"matter": "housing", "language": "english please"}  | language | language
                    {"matter": "housing", "language": "en", "words": "\\u0007"} | words | characters
                    """)
    void saysWhichFieldIsWrongAndRecordsNothing(String body, String field, String rule) {
        assertThatThrownBy(() -> json(coordinator, API, body))
                .cause()
                .isInstanceOfSatisfying(Invalid.class, invalid -> {
                    assertThat(invalid.faults())
                            .anySatisfy(fault -> assertThat(fault.field() + " " + fault.rule())
                                    .isEqualTo(field + " " + rule));
                });
        assertThat(record.facts()).isEmpty();
    }

    @Test
    void refusesUnknownFieldsAndTooManyWords() throws Exception {
        assertThat(json(coordinator, API, "{\"matter\": \"housing\", \"language\": \"en\", \"name\": \"x\"}")
                        .getStatus())
                .isEqualTo(400);
        assertThatThrownBy(() -> json(
                        coordinator,
                        API,
                        "{\"matter\": \"housing\", \"language\": \"en\", \"words\": \"" + "x".repeat(4001) + "\"}"))
                .cause()
                .isInstanceOf(Invalid.class);
    }

    @Test
    void letsAPersonActOnTheirOwnContactsAndOnNothingElse() throws Exception {
        String id = enquiry();
        MockMvc self = as(People.participant(UUID.fromString(id)));
        String contact = "{\"channel\": \"text-message\", \"address\": \"555 0100\"}";
        assertThat(json(self, API + "/" + id + "/contacts", contact).getStatus())
                .isEqualTo(200);
        assertThat(record.facts(SafeContactChosen.class)).hasSize(1);
        assertThatThrownBy(() -> json(self, API + "/" + id + "/intake", "{\"name\": \"x\"}"))
                .cause()
                .isInstanceOf(NotOnRecord.class);
        for (String other : List.of(enquiry(), UUID.randomUUID().toString(), "no-identifier")) {
            assertThatThrownBy(() -> json(self, API + "/" + other + "/contacts", contact))
                    .cause()
                    .isInstanceOf(NotOnRecord.class);
        }
        assertThat(disclosing.refusals()).hasSize(3);
    }

    @Test
    void sealsNothingForNobody() {
        assertThatThrownBy(() -> json(
                        coordinator,
                        API + "/" + UUID.randomUUID() + "/intake",
                        "{\"name\": \"x\", \"matter\": \"housing\", \"language\": \"en\"}"))
                .cause()
                .isInstanceOf(NotOnRecord.class);
    }

    @Test
    void answersAnotherKindOfRecordAsNone() {
        String volunteer = UUID.randomUUID().toString();
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact(
                        "Volunteer", volunteer, 0, new VolunteerCapacityChanged(VolunteerId.of(volunteer), 3))));
        assertThatThrownBy(() -> json(coordinator, API + "/" + volunteer + "/enrolment", ""))
                .cause()
                .isInstanceOf(NotOnRecord.class);
    }

    @Test
    void sendsAFormOnToThePageThatShowsIt() throws Exception {
        String id = enquiry();
        MockHttpServletResponse response = coordinator
                .perform(post("/participants/" + id + "/intake")
                        .contentType(APPLICATION_FORM_URLENCODED)
                        .param("idempotencyKey", UUID.randomUUID().toString())
                        .param("name", "Ada")
                        .param("matter", "housing")
                        .param("language", "en")
                        .param("needs", "court-support", "childcare"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo("/participants/" + id + "?at=1");
        assertThat(record.facts(IntakeCompleted.class).get(0).needs()).containsExactly("court-support", "childcare");
    }

    @Test
    void tellsTheNameThatOthersMayKeepAwayFromOnceAndOnlyOfAnIntakeThatCanBe() throws Exception {
        String id = enquiry();
        String body = "{\"name\": \"%s\", \"matter\": \"%s\", \"language\": \"en\"}";
        assertThatThrownBy(() ->
                        json(coordinator, API + "/" + id + "/intake", body.formatted("Ada Byron", "no-such-matter")))
                .hasCauseInstanceOf(Invalid.class);
        assertThat(known).isEmpty();
        assertThat(json(coordinator, API + "/" + id + "/intake", body.formatted("Ada Byron", "housing"))
                        .getStatus())
                .isEqualTo(200);
        assertThatThrownBy(
                        () -> json(coordinator, API + "/" + id + "/intake", body.formatted("Somebody Else", "housing")))
                .hasCauseInstanceOf(ParticipantRefused.class);
        assertThat(known).containsExactly(id + " Ada Byron");
    }

    @Test
    void showsAFormAgainWithWhatWasTypedAndWhatIsWrong() throws Exception {
        String id = enquiry();
        MvcResult wrong = coordinator
                .perform(post("/participants/" + id + "/intake")
                        .contentType(APPLICATION_FORM_URLENCODED)
                        .param("name", "Ada")
                        .param("language", "en"))
                .andReturn();
        assertThat(wrong.getResponse().getStatus()).isEqualTo(400);
        assertThat(wrong.getModelAndView().getViewName()).isEqualTo("participant/intake");
        assertThat(wrong.getModelAndView().getModel().get("errors"))
                .asInstanceOf(map(String.class, String.class))
                .containsOnlyKeys("matter");
        assertThat(((ParticipantRequest.Intake)
                                wrong.getModelAndView().getModel().get("said"))
                        .name())
                .isEqualTo("Ada");

        coordinator.perform(post("/participants/" + id + "/closing").param("reason", "not-reached"));
        MvcResult refused = coordinator
                .perform(post("/participants/" + id + "/closing").param("reason", "not-reached"))
                .andReturn();
        assertThat(refused.getResponse().getStatus()).isEqualTo(409);
        assertThat(refused.getModelAndView().getModel())
                .containsEntry("refused", ParticipantRefused.closed().words());
    }

    @Test
    void offersEveryNeedOnceAndKeepsWhatWasTicked() throws Exception {
        String id = enquiry();
        MvcResult again = coordinator
                .perform(post("/participants/" + id + "/intake").param("needs", "court-day", "childcare"))
                .andReturn();
        assertThat(again.getResponse().getStatus()).isEqualTo(400);
        assertThat(again.getModelAndView().getModel()).containsEntry("ticked", List.of("court-day", "childcare"));
        List<?> groups = (List<?>) again.getModelAndView().getModel().get("needs");
        assertThat(groups.stream()
                        .flatMap(group -> ((ChoiceGroup) group).choices().stream())
                        .map(Choice::value))
                .containsExactlyInAnyOrderElementsOf(CodeList.NEED.codes());
        assertThat(groups)
                .hasSizeGreaterThan(3)
                .last()
                .isEqualTo(new ChoiceGroup(
                        Phrase.of("command.dispatch.rest"),
                        List.of(new Choice("other", Phrase.of("command.code.other")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"company\"", "\"company, court\"", "[[\"company\"]]", "{}"})
    void takesNeedsFromProgramsAsAnArrayOnly(String needs) throws Exception {
        String id = enquiry();
        String body =
                "{\"name\": \"Ada\", \"matter\": \"housing\", \"language\": \"en\", \"needs\": %s}".formatted(needs);
        assertThat(json(coordinator, API + "/" + id + "/intake", body).getStatus())
                .isEqualTo(400);
        assertThat(record.facts(IntakeCompleted.class)).isEmpty();
    }

    @Test
    void opensFormsForCoordinatorsAndTheContactFormForThePersonThemselves() throws Exception {
        String id = enquiry();
        assertThat(coordinator
                        .perform(get("/participants/new"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        MockMvc self = as(People.participant(UUID.fromString(id)));
        assertThat(self.perform(get("/participants/" + id + "/contacts"))
                        .andReturn()
                        .getModelAndView()
                        .getModel())
                .containsEntry("back", "/mine");
        assertThatThrownBy(() -> self.perform(get("/participants/" + id + "/intake")))
                .cause()
                .isInstanceOf(NotOnRecord.class);
    }

    @Test
    void takesWhatTheProgrammeOffersAndNothingThatItWithdrew() throws Exception {
        programme.offer(ProgrammeList.MATTER, "school-exclusion", new Label("en", "School exclusion"));
        programme.withdraw(ProgrammeList.MATTER, "consumer");
        String own = "{\"matter\": \"school-exclusion\", \"language\": \"en\"}";
        String gone = own.replace("school-exclusion", "consumer");
        assertThat(json(coordinator, API, own).getStatus()).isEqualTo(201);
        assertThatThrownBy(() -> json(coordinator, API, gone)).hasCauseInstanceOf(Invalid.class);
        String intake = API + "/" + enquiry() + "/intake";
        String named = "{\"name\": \"Ada\", ";
        assertThatThrownBy(() -> json(coordinator, intake, gone.replace("{", named)))
                .hasCauseInstanceOf(Invalid.class);
        assertThat(json(coordinator, intake, own.replace("{", named)).getStatus())
                .isEqualTo(200);
        assertThat(coordinator
                        .perform(get("/participants/new"))
                        .andReturn()
                        .getModelAndView()
                        .getModel()
                        .get("matters")
                        .toString())
                .contains("School exclusion")
                .doesNotContain("consumer");
    }
}
