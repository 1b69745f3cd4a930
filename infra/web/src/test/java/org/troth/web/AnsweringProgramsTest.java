package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringJUnitWebConfig(TestHouse.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class AnsweringProgramsTest {

    private static final String KNOWN = new UUID(5, 5).toString();

    private final TestHouse house;
    private final TestDesk desk;
    private final Browser program;

    AnsweringProgramsTest(WebApplicationContext context) {
        this.house = context.getBean(TestHouse.class);
        this.desk = context.getBean(TestDesk.class);
        this.program = new Browser(context);
    }

    @Test
    void letsInWhoeverShowsAToken() throws Exception {
        MockHttpServletResponse answer = ask(get("/api/v1/people/" + KNOWN));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
        assertThat(program.send(get("/api/v1/open")).getStatus())
                .as("an open door")
                .isEqualTo(200);
    }

    @Test
    void turnsAwayWhoeverShowsNoneOrAWrongOne() throws Exception {
        problem(program.send(get("/api/v1/people/" + KNOWN)), 401);
        for (String header : new String[] {
            "Bearer token-nobody",
            "Bearer",
            "Basic YTpi",
            "Bearer tok\u00e9n-coordinator",
            "Bearer token-coordinator, Bearer x"
        }) {
            MockHttpServletResponse answer =
                    program.send(get("/api/v1/people/" + KNOWN).header("Authorization", header));
            problem(answer, 401);
            assertThat(answer.getHeader("WWW-Authenticate")).startsWith("Bearer");
        }
        problem(
                program.send(get("/api/v1/people/" + KNOWN)
                        .header("Authorization", "Bearer token-coordinator")
                        .header("Authorization", "Bearer token-auditor")),
                401);
    }

    @Test
    void doesNotTakeTheCookieOfTheBrowser() throws Exception {
        program.signIn("coordinator", TestDesk.PASSWORD);
        assertThat(program.open("/").getStatus()).isEqualTo(200);
        problem(program.send(get("/api/v1/people/" + KNOWN)), 401);
        problem(
                program.send(
                        post("/api/v1/notes").contentType("application/json").content("{}")),
                401);
    }

    @Test
    void endsAtOnceWhenTheTokenIsRevoked() throws Exception {
        assertThat(ask(get("/api/v1/people/" + KNOWN)).getStatus()).isEqualTo(200);
        desk.shownOut.add(TestDesk.COORDINATOR.account());
        problem(ask(get("/api/v1/people/" + KNOWN)), 401);
    }

    @Test
    void tellsTheHouseWhoWasTurnedAwayAtWhichDoor() throws Exception {
        problem(ask(get("/api/v1/audit/all?words=secret-words")), 403);
        assertThat(house.refused())
                .containsExactly(new TestHouse.Refused(TestDesk.COORDINATOR, "GET", "/api/v1/audit/**"));
        program.signIn("coordinator", TestDesk.PASSWORD);
        assertThat(program.open("/audit/all").getStatus()).isEqualTo(403);
        assertThat(house.refused()).hasSize(2);
        problem(program.send(get("/api/v1/audit/all")), 401);
        assertThat(house.refused()).as("strangers are nobody to record").hasSize(2);
        assertThat(program.send(get("/api/v1/audit/all").header("Authorization", "Bearer token-auditor"))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void cannotTellUnknownFromMisspeltFromNowhere() throws Exception {
        String unknown = body(problem(ask(get("/api/v1/people/" + UUID.randomUUID())), 404));
        assertThat(body(problem(ask(get("/api/v1/people/secret-words")), 404))).isEqualTo(unknown);
        assertThat(body(problem(ask(get("/api/v1/secret-words")), 404))).isEqualTo(unknown);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{", 400, null, null),
                Arguments.of("", 400, null, null),
                Arguments.of("[]", 400, null, null),
                Arguments.of("null", 400, null, null),
                Arguments.of("{\"words\":\"a\"} trailing", 400, null, null),
                Arguments.of("{\"about\":\"secret-words\"}", 400, "about", "format"),
                Arguments.of("{\"words\":{\"secret-words\":1}}", 400, "words", "format"),
                Arguments.of("{\"words\":\"nul \\u0000 secret\"}", 400, "words", "format"),
                Arguments.of("{\"words\":\"half \\ud800 secret\"}", 400, "words", "format"),
                Arguments.of("{\"secret-words\":1}", 400, "body", "unknown-field"),
                Arguments.of("{\"counts\":{\"secret-words\":\"secret\"}}", 400, "counts", "format"),
                Arguments.of("[".repeat(5000), 400, null, null));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void saysWhichFieldIsWrongAndRepeatsNothing(String sent, int status, String field, String rule) throws Exception {
        JsonNode problem = problem(
                ask(post("/api/v1/notes").contentType("application/json").content(sent)), status);
        if (field == null) {
            assertThat(problem.has("errors")).isFalse();
        } else {
            assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(field);
            assertThat(problem.get("errors").get(0).get("rule").asString()).isEqualTo(rule);
            assertThat(problem.get("errors").get(0).get("message").asString()).isNotBlank();
        }
    }

    @Test
    void refusesBytesThatAreNoText() throws Exception {
        problem(
                ask(post("/api/v1/notes")
                        .contentType("application/json")
                        .content(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'})),
                400);
        problem(
                ask(post("/api/v1/notes")
                        .contentType("application/json")
                        .content(new byte[] {0, 0, (byte) 0xff, (byte) 0xff, 0, 1, 2, 3})),
                400);
    }

    @Test
    void saysWhatKindOfRequestItTakes() throws Exception {
        MockHttpServletResponse method = ask(delete("/api/v1/notes"));
        problem(method, 405);
        assertThat(method.getHeader("Allow")).isEqualTo("POST");
        MockHttpServletResponse media =
                ask(post("/api/v1/notes").contentType("text/plain").content("secret-words"));
        problem(media, 415);
        assertThat(media.getHeader("Accept")).contains("application/json");
        problem(ask(post("/api/v1/notes").header("Content-Type", "secret-words").content("x")), 415);
        for (String range : List.of("*/*", "text/*", "*/json;charset=utf-8", "application/*+json")) {
            problem(ask(post("/api/v1/notes").header("Content-Type", range).content("{}")), 415);
        }
        problem(ask(get("/api/v1/people/" + KNOWN).accept("application/pdf")), 406);
        problem(ask(get("/api/v1/people/" + KNOWN).header("Accept", "secret-words;;;")), 406);
    }

    @Test
    void refusesParametersThatCannotBeRead() throws Exception {
        JsonNode problem = problem(
                ask(post("/api/v1/notes?copies=secret-words")
                        .contentType("application/json")
                        .content("{\"words\":\"a\"}")),
                400);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("copies");
        problem(ask(get("/api/v1/open").param("words", "nul \0 byte")), 400);
        problem(ask(get("/api/v1/open").param("words", "\ud800")), 400);
        MockHttpServletRequestBuilder many = get("/api/v1/open");
        for (int i = 0; i <= FrontDoor.MOST_PARAMETERS; i++) {
            many.param("p" + i, "1");
        }
        problem(ask(many), 400);
    }

    @Test
    void refusesWhatIsTooLargeExceptWhereADoorIsWider() throws Exception {
        String large = "{\"words\":\"" + "a".repeat(300_000) + "\"}";
        problem(ask(post("/api/v1/notes").contentType("application/json").content(large)), 413);
        MockHttpServletRequestBuilder unannounced = post("/api/v1/notes").contentType("application/json");
        problem(ask(unannounced.with(request -> new Unannounced(request.getServletContext(), large))), 413);
        assertThat(ask(post("/api/v1/large").contentType("application/json").content(large))
                        .getStatus())
                .isEqualTo(200);
        problem(
                ask(post("/api/v1/large")
                        .contentType("application/json")
                        .content("{\"words\":\"" + "a".repeat(1_100_000) + "\"}")),
                413);
    }

    @Test
    void speaksInTheWordsOfTheHouse() throws Exception {
        JsonNode rule = problem(ask(get("/api/v1/rule")), 409);
        assertThat(rule.get("rule").asString()).isEqualTo("consent-4");
        assertThat(rule.get("type").asString()).isEqualTo("urn:troth:rule:consent-4");
        assertThat(rule.get("detail").asString()).isEqualTo("This consent was withdrawn.");
        assertThat(problem(ask(get("/api/v1/spoken")), 409).get("detail").asString())
                .isEqualTo("Something else was recorded in between.");
    }

    @Test
    void saysWhenToAskAgain() throws Exception {
        desk.closed = true;
        MockHttpServletResponse answer = ask(get("/api/v1/people/" + KNOWN));
        problem(answer, 503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("7");
    }

    @Test
    void saysNothingOfWhatBroke() throws Exception {
        problem(ask(get("/api/v1/broken?words=typed-words")), 500);
    }

    @Test
    void answersMethodsNobodyKnows() throws Exception {
        for (String method : new String[] {"TRACE", "CONNECT", "PROPFIND", "SECRET"}) {
            MockHttpServletResponse answer =
                    ask(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                            HttpMethod.valueOf(method), "/api/v1/open"));
            problem(answer, 405);
            assertThat(answer.getHeader("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
            assertThat(answer.getHeader("Content-Security-Policy")).isNotNull();
        }
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return program.send(request.header("Authorization", "Bearer token-coordinator"));
    }

    private static JsonNode problem(MockHttpServletResponse answer, int status) throws Exception {
        String body = answer.getContentAsString();
        assertThat(answer.getStatus()).as(body).isEqualTo(status);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(body).doesNotContain("secret", "typed-words", "Exception", "org.");
        JsonNode problem = JsonMapper.builder().build().readTree(body);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("type").asString()).isNotBlank();
        assertThat(problem.get("reference").asString()).isEqualTo(answer.getHeader("X-Request-Id"));
        return problem;
    }

    private static String body(JsonNode problem) {
        return problem.toString().replace(problem.get("reference").asString(), "");
    }
}
