package org.troth.command.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.troth.command.dispatch.Invalid;
import org.troth.command.dispatch.KeyReused;
import org.troth.command.dispatch.NotOnRecord;
import org.troth.command.dispatch.PermitsForTests;
import org.troth.command.dispatch.Phrase;
import org.troth.command.record.Callers;
import org.troth.command.record.MemoryDisclosing;
import org.troth.command.record.MemoryHouse;
import org.troth.command.record.MemoryRecord;
import org.troth.command.record.MemorySealing;
import org.troth.command.record.People;
import org.troth.command.record.PretendProgramme;
import org.troth.command.record.SaidWords;
import org.troth.events.confidential.DataClass;
import org.troth.events.confidential.TagKind;
import org.troth.events.disclosure.Look;
import org.troth.events.disclosure.TooManyRefusals;
import org.troth.events.keys.KeyEvent;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryAnswered;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.EnquiryRecognised;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.EnquiryWordsAdded;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.programme.ProgrammeEvent.Label;
import org.troth.events.programme.ProgrammeEvent.ProgrammeList;
import org.troth.events.recording.Claim;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.Unit;

class AskingWithoutNameTest {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String NOTES = "/api/v1/notes";

    private final Random random = new Random(7);
    private final MemoryHouse house = MemoryHouse.of(CLOCK, Participant.class);
    private final MemoryRecord record = house.record();
    private final MemoryDisclosing disclosing = new MemoryDisclosing();
    private final Receipts receipts = new Receipts(record, MemoryRecord.plainTags(), this::letters);
    private final MemorySealing sealing = new MemorySealing();
    private final PretendProgramme programme = new PretendProgramme();
    private final EnquirerDesk enquirers =
            new EnquirerDesk(house.dispatch(), receipts, disclosing, sealing, sealing, programme.codes());
    private final ParticipantDesk desk = new ParticipantDesk(
            house.dispatch(),
            PermitsForTests.of(disclosing, record),
            sealing,
            receipts,
            new RecordedEnquiries(record),
            (person, name) -> {},
            SaidWords.none(),
            programme.codes());
    private final MockMvc stranger = Callers.over(
            People.asks(null), new EnquirerApi(enquirers), new EnquirerForms(enquirers, programme.codes(), CLOCK));
    private final MockMvc coordinator =
            Callers.over(People.coordinator(), new ParticipantApi(desk), new ParticipantForms(desk, programme.codes()));

    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < 32; at++) {
            letters.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return letters.toString();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static MockHttpServletResponse json(MockMvc caller, String path, String body) throws Exception {
        return json(caller, path, body, null, "192.0.2.1");
    }

    private static MockHttpServletResponse json(
            MockMvc caller, String path, String body, @Nullable String key, String address) throws Exception {
        var request = post(path).contentType(APPLICATION_JSON).content(body).with(from -> {
            from.setRemoteAddr(address);
            return from;
        });
        return caller.perform(key == null ? request : request.header("Idempotency-Key", key))
                .andReturn()
                .getResponse();
    }

    private String leave() throws Exception {
        String answer = json(
                        stranger,
                        NOTES,
                        "{\"matter\": \"housing\", \"language\": \"en\", \"words\": \"my words\"}",
                        null,
                        "2001:db8:" + record.facts().size() + "::1")
                .getContentAsString();
        assertThat(answer).matches("\\{\"code\":\"[0-9a-z ]{19}\"}");
        return answer.substring(9, 28);
    }

    private String enquiry() {
        List<EnquiryReceived> facts = record.facts(EnquiryReceived.class);
        return facts.get(facts.size() - 1).participant().toString();
    }

    private static String coded(String code, String more) {
        return "{\"code\": \"" + code + "\"" + more + "}";
    }

    private String read(String code) throws Exception {
        return json(stranger, NOTES + "/reading", coded(code, "")).getContentAsString();
    }

    private String intake(String code) {
        return "{\"name\": \"Ada\", \"matter\": \"housing\", \"language\": \"en\", \"code\": \"" + code + "\"}";
    }

    @Test
    void needsNoNameAndAnswersWithNothingButACode() throws Exception {
        String code = leave();
        EnquiryReceived fact = record.facts(EnquiryReceived.class).get(0);
        assertThat(MemorySealing.peek(fact.words())).isEqualTo("my words");
        assertThat(record.facts(ReceiptGiven.class)).containsExactly(new ReceiptGiven(fact.participant()));
        String letters = code.replace(" ", "");
        byte[] tag = MemoryRecord.plainTags().tag(TagKind.ENQUIRY_RECEIPT, letters);
        assertThat(record.holder(new Claim(TagKind.ENQUIRY_RECEIPT, tag)))
                .contains(fact.participant().toString());
        assertThat(record.facts().toString()).doesNotContain(letters).doesNotContain(code);
    }

    @Test
    void showsACodeOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = "{\"matter\": \"housing\", \"language\": \"en\"}";
        assertThat(json(stranger, NOTES, body, key, "192.0.2.1").getContentAsString())
                .contains("code\":\"");
        assertThat(json(stranger, NOTES, body, key, "192.0.2.1").getContentAsString())
                .isEqualTo("{\"code\":null}");
        assertThat(record.facts(EnquiryReceived.class)).hasSize(1);
    }

    @Test
    void readsTheAnswerAndNothingThatWasWritten() throws Exception {
        String code = leave();
        assertThat(read(code)).isEqualTo("{\"open\":true,\"answers\":[],\"channels\":[]}");
        assertThat(json(coordinator, "/api/v1/participants/" + enquiry() + "/answers", "{\"words\": \"come by\"}")
                        .getStatus())
                .isEqualTo(200);
        json(stranger, NOTES + "/words", coded(code, ", \"words\": \"more words\""));
        json(
                stranger,
                NOTES + "/contacts",
                coded(code, ", \"channel\": \"PHONE\", \"address\": \"555 0100\", \"advice\": \"at noon\""));
        String shown = read(code.toUpperCase(java.util.Locale.ROOT).replace(" ", "-"));
        assertThat(shown)
                .isEqualTo("{\"open\":true,\"answers\":[{\"at\":\"2026-11-21T09:00:00Z\",\"words\":\"come by\"}],"
                        + "\"channels\":[\"PHONE\"]}");
        assertThat(record.facts(EnquiryWordsAdded.class)).hasSize(1);
        assertThat(record.facts(SafeContactChosen.class)).hasSize(1);
        json(stranger, NOTES + "/unsafe", coded(code, ", \"channel\": \"PHONE\""));
        assertThat(record.facts(ContactMarkedUnsafe.class)).hasSize(1);
        assertThat(read(code)).endsWith("\"channels\":[]}");
    }

    @Test
    void putsEveryLookOnTheRecordAsThePersonsOwn() throws Exception {
        String code = leave();
        read(code);
        json(coordinator, "/api/v1/participants/" + enquiry() + "/answers", "{\"words\": \"come by\"}");
        read(code);
        UUID person = UUID.fromString(enquiry());
        assertThat(disclosing.looks()).hasSize(2).allSatisfy(look -> {
            assertThat(look.actor().person()).isEqualTo(person);
            assertThat(look.route()).isEqualTo("POST /notes/reading");
        });
        assertThat(disclosing.looks().get(1).shown())
                .extracting(Look.Shown::classes)
                .containsExactly(java.util.Set.of(DataClass.NARRATIVE));
    }

    @Test
    void answersEveryCodeThatOpensNothingAlike() throws Exception {
        String spent = leave();
        assertThat(json(coordinator, "/api/v1/participants/" + enquiry() + "/intake", intake(spent))
                        .getStatus())
                .isEqualTo(200);
        String gone = leave();
        assertThat(json(stranger, NOTES + "/withdrawal", coded(gone, "")).getStatus())
                .isEqualTo(200);
        String erased = leave();
        UUID owner = UUID.fromString(enquiry());
        record.record(
                new Unit(People.coordinator().actor(), UUID.randomUUID()),
                List.of(new NewFact(
                        "Keys",
                        KeyEvent.stream(owner),
                        0,
                        new KeyEvent.KeyDestroyed(owner, List.of(UUID.randomUUID()), "request"))));
        String slip = "1" + leave().substring(1);
        String unknown = ReceiptCode.next(this::letters).spoken();
        int before = record.facts().size();
        Map<String, String> acts = Map.of(
                "/reading", "",
                "/words", ", \"words\": \"more\"",
                "/contacts", ", \"channel\": \"PHONE\", \"address\": \"1\"",
                "/unsafe", ", \"channel\": \"PHONE\"",
                "/withdrawal", "");
        for (String code : List.of(spent, gone, erased, slip, unknown, "x", "\u00e9".repeat(500))) {
            acts.forEach((path, more) -> assertThatThrownBy(() -> json(
                            stranger, NOTES + path, coded(code, more), null, "2001:db8:" + code.hashCode() + "::2"))
                    .cause()
                    .isInstanceOf(ParticipantRefused.class)
                    .hasMessage(ParticipantRefused.codeOpensNothing().plain()));
            MvcResult page =
                    stranger.perform(post("/notes/reading").param("code", code)).andReturn();
            assertThat(page.getResponse().getStatus()).isEqualTo(409);
            assertThat(page.getModelAndView().getModel())
                    .containsEntry(
                            "errors",
                            Map.of("code", ParticipantRefused.codeOpensNothing().words()));
        }
        assertThat(record.facts()).hasSize(before);
    }

    @Test
    void asksTheRecordAsOftenForAnyCodeThatOpensNothing() throws Exception {
        String spent = leave();
        json(coordinator, "/api/v1/participants/" + enquiry() + "/intake", intake(spent));
        List<Integer> questions = new ArrayList<>();
        for (String code : List.of(spent, ReceiptCode.next(this::letters).spoken(), "no code at all")) {
            int before = record.questions();
            assertThatThrownBy(() -> read(code)).hasCauseInstanceOf(ParticipantRefused.class);
            questions.add(record.questions() - before);
        }
        assertThat(questions).containsExactly(1, 1, 1);
    }

    @Test
    void isKnownAsThePersonsByTheirCodeAlone() throws Exception {
        String code = leave();
        String path = "/api/v1/participants/" + enquiry() + "/intake";
        String other = leave();
        assertThatThrownBy(() ->
                        json(coordinator, path, "{\"name\": \"Ada\", \"matter\": \"housing\", \"language\": \"en\"}"))
                .cause()
                .hasMessage(ParticipantRefused.codeFirst().plain());
        assertThatThrownBy(() -> json(coordinator, path, intake(other)))
                .cause()
                .hasMessage(ParticipantRefused.codeOpensNothing().plain());
        assertThat(disclosing.refusals()).hasSize(1).first().asString().endsWith("code-opens-nothing");
        assertThat(record.facts(IntakeCompleted.class)).isEmpty();
        assertThat(json(coordinator, path, intake(code)).getStatus()).isEqualTo(200);
        assertThat(record.facts(EnquiryRecognised.class)).hasSize(1);
        assertThat(record.facts(IntakeCompleted.class)).hasSize(1);
        assertThatThrownBy(() -> read(code)).hasCauseInstanceOf(ParticipantRefused.class);
    }

    @Test
    void isFoundByTheCodeThatSomebodyTold() throws Exception {
        String code = leave();
        assertThat(json(coordinator, "/api/v1/participants/code", coded(code, ""))
                        .getContentAsString())
                .isEqualTo("{\"id\":\"" + enquiry() + "\"}");
        assertThat(disclosing.looks()).hasSize(1);
        MvcResult page = coordinator
                .perform(post("/participants/code").param("code", code))
                .andReturn();
        assertThat(page.getResponse().getStatus()).isEqualTo(303);
        assertThat(page.getResponse().getHeader("Location")).isEqualTo("/participants/" + enquiry());
        assertThatThrownBy(() -> json(
                        coordinator,
                        "/api/v1/participants/code",
                        coded(ReceiptCode.next(this::letters).spoken(), "")))
                .hasCauseInstanceOf(ParticipantRefused.class);
        MockMvc participant = Callers.over(
                People.participant(UUID.fromString(enquiry())),
                new ParticipantApi(desk),
                new ParticipantForms(desk, programme.codes()));
        for (String path : List.of("/api/v1/participants/code", "/api/v1/participants/" + enquiry() + "/answers")) {
            assertThatThrownBy(() -> json(participant, path, path.endsWith("code") ? coded(code, "") : "{}"))
                    .hasCauseInstanceOf(NotOnRecord.class);
        }
        assertThat(disclosing.refusals()).hasSize(3);
    }

    @Test
    void tellsTheProgrammeAloneOfASlip() throws Exception {
        String code = leave();
        String slip = (code.charAt(0) == '1' ? '2' : '1') + code.substring(1);
        MvcResult page = coordinator
                .perform(post("/participants/code").param("code", slip))
                .andReturn();
        assertThat(page.getResponse().getStatus()).isEqualTo(400);
        assertThat(page.getModelAndView().getModel().get("errors").toString()).contains("slip");
        MvcResult intake = coordinator
                .perform(get("/participants/" + enquiry() + "/intake"))
                .andReturn();
        assertThat(intake.getModelAndView().getModel()).containsEntry("coded", true);
    }

    @Test
    void isTakenBackWithoutAReason() throws Exception {
        String code = leave();
        MvcResult page =
                stranger.perform(post("/notes/withdrawal").param("code", code)).andReturn();
        assertThat(page.getModelAndView().getViewName()).isEqualTo("participant/note-gone");
        assertThat(record.facts(EnquiryWithdrawn.class)).hasSize(1);
        assertThatThrownBy(() -> json(
                        coordinator, "/api/v1/participants/" + enquiry() + "/answers", "{\"words\": \"too late\"}"))
                .hasCauseInstanceOf(ParticipantRefused.class);
        assertThat(record.facts(EnquiryAnswered.class)).isEmpty();
    }

    @Test
    void saysAgainThatItIsTakenBackWhenTheFirstAnswerWasLost() throws Exception {
        String code = leave();
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            MvcResult page = stranger.perform(
                            post("/notes/withdrawal").param("code", code).param("idempotencyKey", key))
                    .andReturn();
            assertThat(page.getModelAndView().getViewName()).isEqualTo("participant/note-gone");
            assertThat(json(stranger, NOTES + "/withdrawal", coded(code, ""), key, "192.0.2.9")
                            .getStatus())
                    .isEqualTo(200);
        }
        assertThat(record.facts(EnquiryWithdrawn.class)).hasSize(1);
        String other = leave();
        assertThatThrownBy(() -> json(stranger, NOTES + "/withdrawal", coded(other, ""), key, "192.0.2.9"))
                .hasCauseInstanceOf(KeyReused.class);
        assertThatThrownBy(() -> json(
                        stranger,
                        NOTES + "/withdrawal",
                        coded(code, ""),
                        UUID.randomUUID().toString(),
                        "192.0.2.9"))
                .hasCauseInstanceOf(ParticipantRefused.class);
    }

    @Test
    void keepsTheCodeInTheBodyOfPages() throws Exception {
        String code = leave();
        MvcResult page = stranger.perform(
                        post("/notes/words").param("code", code).param("words", "more"))
                .andReturn();
        assertThat(page.getResponse().getStatus()).isEqualTo(200);
        assertThat(page.getResponse().getHeaderNames()).doesNotContain("Location", "Set-Cookie");
        assertThat(page.getModelAndView().getModel())
                .containsEntry("code", code)
                .containsEntry("done", Phrase.of("command.participant.done.words"));
        MvcResult wrong =
                stranger.perform(post("/notes/words").param("code", code)).andReturn();
        assertThat(wrong.getResponse().getStatus()).isEqualTo(400);
        assertThat(wrong.getModelAndView().getViewName()).isEqualTo("participant/note-read");
        assertThat(wrong.getModelAndView().getModel())
                .containsEntry("errors", Map.of("words", Phrase.of("command.dispatch.needed")));
    }

    @Test
    void boundsHowMuchOneNetworkMayWriteAndStoresNothingOfTheRest() throws Exception {
        String body = "{\"matter\": \"housing\", \"language\": \"en\"}";
        for (int i = 0; i < EnquirerLimits.WRITTEN_BY_ONE; i++) {
            json(stranger, NOTES, body, null, "2001:db8:1:2:" + i + "::1");
        }
        int before = record.facts().size();
        assertThatThrownBy(() -> json(stranger, NOTES, body, null, "2001:db8:1:2:ffff::1"))
                .hasCauseInstanceOf(TooManyRefusals.class);
        assertThat(record.facts()).hasSize(before);
        assertThat(json(stranger, NOTES, body, null, "2001:db8:1:3::1").getStatus())
                .isEqualTo(201);
    }

    @Test
    void boundsHowManyCodesOneNetworkMayTry() throws Exception {
        for (int i = 0; i < EnquirerLimits.TRIED_BY_ONE; i++) {
            assertThatThrownBy(() -> read("0000")).hasCauseInstanceOf(ParticipantRefused.class);
        }
        int asked = record.questions();
        assertThatThrownBy(() -> read("0000")).hasCauseInstanceOf(TooManyRefusals.class);
        assertThat(record.questions()).isEqualTo(asked);
    }

    @Test
    void isOfferedWhatTheProgrammeOffersAndNothingElse() throws Exception {
        programme.offer(ProgrammeList.MATTER, "school-exclusion", new Label("en", "School exclusion"));
        programme.withdraw(ProgrammeList.MATTER, "consumer");
        String own = "{\"matter\": \"school-exclusion\", \"language\": \"en\"}";
        assertThat(json(stranger, NOTES, own).getStatus()).isEqualTo(201);
        assertThatThrownBy(() -> json(stranger, NOTES, own.replace("school-exclusion", "consumer")))
                .hasCauseInstanceOf(Invalid.class);
        assertThat(stranger.perform(get("/notes"))
                        .andReturn()
                        .getModelAndView()
                        .getModel()
                        .get("matters")
                        .toString())
                .contains("School exclusion")
                .doesNotContain("consumer");
    }
}
