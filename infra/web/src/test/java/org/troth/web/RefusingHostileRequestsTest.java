package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingHostileRequestsTest {

    private static final String TOKEN = "Authorization: Bearer token-coordinator\r\n";
    private static RunningHouse house;

    private static final List<String> LOGGED = new CopyOnWriteArrayList<>();
    private static final Handler LISTENER = new Handler() {
        @Override
        public void publish(LogRecord line) {
            LOGGED.add(line.getMessage() + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeAll
    static void open() throws Exception {
        Logger.getLogger("").addHandler(LISTENER);
        house = new RunningHouse();
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
        Logger.getLogger("").removeHandler(LISTENER);
        assertThat(LOGGED).as("the log was heard").anyMatch(line -> line.contains("ProtocolHandler"));
        assertThat(LOGGED).as("nothing of a request is logged").noneMatch(line -> line.contains("secret"));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("a request line without sense", "secret-words\r\n\r\n"),
                Arguments.of("an unknown version", "GET / HTTP/9.9\r\nHost: a\r\n\r\n"),
                Arguments.of("no host", "GET /api/v1/open HTTP/1.1\r\n\r\n"),
                Arguments.of("two hosts", get("/api/v1/open", "Host: b\r\n")),
                Arguments.of("a letter no address has", get("/api/v1/<secret-words>", "")),
                Arguments.of("a broken escape", get("/api/v1/%zz", "")),
                Arguments.of("bytes that are no text in the path", get("/api/v1/%ff%fe", TOKEN)),
                Arguments.of("bytes that are no text in a parameter", get("/api/v1/open?words=%ff%fe", TOKEN)),
                Arguments.of("a NUL in the path", get("/api/v1/%00", TOKEN)),
                Arguments.of("a NUL in a parameter", get("/api/v1/open?words=%00", TOKEN)),
                Arguments.of("a NUL in a parameter's name", get("/api/v1/open?%00=words", TOKEN)),
                Arguments.of("a path that climbs", get("/api/v1/../../../../etc/passwd", TOKEN)),
                Arguments.of("a path that climbs in escapes", get("/shell/%2e%2e/%2e%2e/application.properties", "")),
                Arguments.of(
                        "a path that climbs in double escapes", get("/shell/..%252f..%252fapplication.properties", "")),
                Arguments.of("an escaped slash", get("/api%2fv1/open", TOKEN)),
                Arguments.of("a backslash", get("/api\\v1\\open", TOKEN)),
                Arguments.of("a path parameter", get("/api/v1/people;jsessionid=secret/x", TOKEN)),
                Arguments.of("two slashes", get("/api//v1/audit/all", TOKEN)),
                Arguments.of("a long address", get("/api/v1/" + "a".repeat(60_000), TOKEN)),
                Arguments.of("many headers", get("/api/v1/open", headers(300))),
                Arguments.of("a long header", get("/api/v1/open", "X-A: " + "a".repeat(60_000) + "\r\n")),
                Arguments.of("a header with a NUL", get("/api/v1/nobody", TOKEN + "X-A: a\0b\r\n")),
                Arguments.of("a folded header", get("/api/v1/nobody", TOKEN + "X-A: a\r\n b\r\n")),
                Arguments.of("many parameters", get("/api/v1/open?" + "p=1&".repeat(2_000), TOKEN)),
                Arguments.of("many cookies", get("/", "Cookie: " + "a=1; ".repeat(500) + "\r\n")),
                Arguments.of(
                        "a length and chunks",
                        post(
                                "/api/v1/notes",
                                TOKEN
                                        + "Content-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                                "0\r\n\r\n")),
                Arguments.of(
                        "a negative length",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: application/json\r\nContent-Length: -4\r\n",
                                "{}")),
                Arguments.of(
                        "two lengths",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n",
                                "{}")),
                Arguments.of(
                        "an enormous length",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: application/json\r\nContent-Length: 99999999999\r\n",
                                "{}")),
                Arguments.of(
                        "a length that is no number",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: application/json\r\nContent-Length: secret\r\n",
                                "{}")),
                Arguments.of(
                        "a body cut short",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: application/json\r\nContent-Length: 200\r\n",
                                "{\"words\":")),
                Arguments.of(
                        "a chunk without a size",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                                "zz\r\nsecret-words\r\n0\r\n\r\n")),
                Arguments.of(
                        "a chunk without an end",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                                "5\r\n{\"a\"")),
                Arguments.of(
                        "an unknown transfer coding",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: application/json\r\nTransfer-Encoding: secret\r\n",
                                "{}")),
                Arguments.of(
                        "an unknown charset",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: application/json;charset=secret-words\r\nContent-Length: 2\r\n",
                                "{}")),
                Arguments.of(
                        "a form with an unknown charset",
                        post(
                                "/sign-in",
                                "Content-Type: application/x-www-form-urlencoded;charset=secret-words\r\nContent-Length: 6\r\n",
                                "name=a")),
                Arguments.of(
                        "a form with bytes that are no text",
                        post(
                                "/sign-in",
                                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n",
                                "name=%ff%fe")),
                Arguments.of(
                        "a form with a broken escape",
                        post(
                                "/sign-in",
                                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 8\r\n",
                                "name=%zz")),
                Arguments.of(
                        "a form cut short",
                        post(
                                "/sign-in",
                                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 800\r\n",
                                "name=a")),
                Arguments.of(
                        "a large form",
                        post(
                                "/sign-in",
                                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 300005\r\n",
                                "name=" + "a".repeat(300_000))),
                Arguments.of(
                        "a large form in chunks",
                        post(
                                "/sign-in",
                                "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n",
                                "493e5\r\nname=" + "a".repeat(300_000) + "\r\n0\r\n\r\n")),
                Arguments.of(
                        "a large body in chunks",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                                "493e0\r\n" + " ".repeat(300_000) + "\r\n0\r\n\r\n")),
                Arguments.of(
                        "an upload without a boundary",
                        post("/sign-in", "Content-Type: multipart/form-data\r\nContent-Length: 6\r\n", "name=a")),
                Arguments.of(
                        "an upload of nonsense",
                        post(
                                "/api/v1/notes",
                                TOKEN + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 12\r\n",
                                "secret-words")),
                Arguments.of("a trace", "TRACE /api/v1/open HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
                Arguments.of("a tunnel", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\nConnection: close\r\n\r\n"),
                Arguments.of(
                        "a method with a space", "SECRET WORDS / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
                Arguments.of(
                        "an expectation nobody can meet", get("/api/v1/nobody", TOKEN + "Expect: secret-words\r\n")),
                Arguments.of(
                        "a token with a control character",
                        get("/api/v1/open-not", "Authorization: Bearer tok\u0001en\r\n")),
                Arguments.of("a preface of another protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void answersWithAFaultOfTheSender(String what, String request) throws Exception {
        String answer = house.exchange(request.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer)
                .as("something is said, or the door is shut")
                .satisfiesAnyOf(
                        said -> assertThat(said).isEmpty(),
                        said -> assertThat(said).matches("(?s)HTTP/1\\.1 (3|4)\\d\\d .*"));
        saysNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TRACE /sign-in", "TRACE /api/v1/open", "FOO /sign-in", "PROPFIND /api/v1/open", "get /sign-in"})
    void answersMethodsThatNobodyTakesInItsOwnWords(String request) throws Exception {
        String answer = house.exchange(
                (request + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .contains("\r\nAllow: GET, HEAD, POST, OPTIONS\r\n", "\r\nContent-Security-Policy: default-src 'none'")
                .contains("Not done this way")
                .contains(request.contains("/api/") ? "application/problem+json" : "text/html")
                .doesNotContain("PUT", "DELETE");
        saysNothing(answer);
    }

    @Test
    void survivesTwoThousandBrokenRequests() throws Exception {
        for (int seed = 0; seed < 2_000; seed++) {
            String answer = house.exchange(mutated(seed));
            assertThat(answer).as("seed %s", seed).doesNotStartWith("HTTP/1.1 5");
            saysNothing(answer);
        }
        assertThat(house.exchange(get("/api/v1/open", "").getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void bindsCookiesToTheSiteAndStartsNoSession() throws Exception {
        String answer = house.exchange(get("/sign-in", "").getBytes(StandardCharsets.US_ASCII));
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(answer.lines().filter(line -> line.startsWith("Set-Cookie:")))
                .singleElement()
                .asString()
                .contains("troth-form=", "HttpOnly", "SameSite=Strict", "Path=/");
        saysNothing(answer);
    }

    @Test
    void readsFormsAsUnicode() throws Exception {
        String page = house.exchange(get("/sign-in", "").getBytes(StandardCharsets.US_ASCII));
        String cookie = between(page, "Set-Cookie: ", ";");
        String body = "_csrf=" + between(page, "name=\"_csrf\" value=\"", "\"") + "&name=%C3%A9t%C3%A9&password=x";
        String answer = house.exchange(post(
                        "/sign-in",
                        "Cookie: " + cookie + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + body.length() + "\r\n",
                        body)
                .getBytes(StandardCharsets.US_ASCII));
        assertThat(answer).startsWith("HTTP/1.1 303").contains("Location: /sign-in?said=refused");
        assertThat(house.desk().lastName).isEqualTo("\u00e9t\u00e9");
    }

    @Test
    void stillKnowsTheCallerWhenItAnswersLater() throws Exception {
        String answer = house.exchange(get("/api/v1/later", TOKEN).getBytes(StandardCharsets.US_ASCII));
        assertThat(answer).startsWith("HTTP/1.1 200").contains(TestDesk.COORDINATOR.getName());
        assertThat(house.exchange(get("/api/v1/later", "").getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 401");
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    @Test
    void speaksProblemDetailsEvenWhereTomcatRefuses() throws Exception {
        String answer = house.exchange("GET /api/v1/open?a=<b> HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"status\":400");
    }

    private static void saysNothing(String answer) {
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("secret", "tomcat", "jsessionid", "exception", "at org.", "server:");
    }

    private static byte[] mutated(int seed) throws IOException {
        Random random = new Random(seed);
        String[] seeds = requests()
                .map(arguments -> (String) arguments.get()[1])
                .filter(text -> text.length() < 4_000)
                .toArray(String[]::new);
        byte[] bytes = seeds[random.nextInt(seeds.length)].getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte b : bytes) {
            int dice = random.nextInt(60);
            if (dice == 0) {
                out.write(random.nextInt(256));
            } else if (dice == 1) {
                out.write(b);
                out.write(b);
            } else if (dice != 2) {
                out.write(b);
            }
        }
        return out.toByteArray();
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static String post(String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + headers + "\r\n" + body;
    }

    private static String headers(int count) {
        return String.join(
                "",
                IntStream.range(0, count).mapToObj(i -> "X-" + i + ": 1\r\n").toList());
    }
}
