package org.troth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams in a real server: a pretended one knows nothing of clients that do not take what is said. */
class ListeningTest {

    private static final String CHANGES = "/audit/changes";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<Ear> ears = new ArrayList<>();
    private RunningHouse house;
    private TestNews news;

    @BeforeEach
    void signIn() throws Exception {
        house = new RunningHouse();
        enter("auditor");
        news = house.bean(TestNews.class);
    }

    @AfterEach
    void close() throws Exception {
        for (Ear ear : ears) {
            ear.close();
        }
        house.close();
    }

    @Test
    void isToldWhatIsSoAndThenWhatHasChanged() throws Exception {
        Ear ear = listen().hears("data: {\"first\":1}\n\n");
        news.line = "{\"first\":2}";
        ear.hears("data: {\"first\":2}\n\n");
        house.bean(Announcing.class).stop();
        String all = ear.untilTheEnd();
        assertThat(all)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Content-Type: text/event-stream;charset=UTF-8")
                .containsIgnoringCase("Cache-Control: no-store, no-transform")
                .containsIgnoringCase("X-Accel-Buffering: no")
                .containsOnlyOnce("data: {\"first\":1}")
                .containsOnlyOnce("data: {\"first\":2}");
    }

    @Test
    void keepsNoSittingAlive() throws Exception {
        Ear ear = listen().hears("first");
        house.bean(TestClock.class).pass(Duration.ofMinutes(20));
        assertThat(get("/audit/all", "Troth-By-Itself", "yes").statusCode()).isEqualTo(200);
        listen().hears("first");
        house.bean(TestClock.class).pass(Duration.ofMinutes(11));
        ear.untilTheEnd();
        assertThat(get("/audit/all").statusCode()).isEqualTo(303);
    }

    @Test
    void keepsASittingThatIsUsed() throws Exception {
        listen().hears("first");
        house.bean(TestClock.class).pass(Duration.ofMinutes(20));
        assertThat(get("/audit/all").statusCode()).isEqualTo(200);
        house.bean(TestClock.class).pass(Duration.ofMinutes(20));
        assertThat(get("/audit/all").statusCode()).isEqualTo(200);
    }

    @Test
    void endsWithTheRightToBeHere() throws Exception {
        Ear ear = listen().hears("first");
        house.desk().shownOut.add(TestDesk.AUDITOR.account());
        ear.untilTheEnd();
        assertThat(house.bean(Announcing.class).open()).isZero();
    }

    @Test
    void endsWithTheSitting() throws Exception {
        Ear ear = listen().hears("first");
        post("/sign-out", Map.of());
        ear.untilTheEnd();
        assertThat(house.bean(Announcing.class).open()).isZero();
    }

    @Test
    void endsAtOnceWhenTheHouseStopsAndIsNotBegunAgain() throws Exception {
        Ear ear = listen().hears("first");
        long before = System.nanoTime();
        house.bean(Announcing.class).stop();
        ear.untilTheEnd();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(listen().untilTheEnd()).contains(" 503 ");
    }

    @Test
    void isForThoseWhomTheDoorLetsPass() throws Exception {
        cookies.clear();
        assertThat(listen().untilTheEnd()).contains(" 303 ").doesNotContain("first");
        enter("coordinator");
        assertThat(listen().untilTheEnd()).contains(" 403 ").doesNotContain("first");
        assertThat(house.bean(TestHouse.class).refused())
                .extracting(TestHouse.Refused::pattern)
                .containsExactly("/audit/**");
    }

    @Test
    void isNoPage() throws Exception {
        assertThat(get(CHANGES).statusCode()).isEqualTo(406);
        assertThat(ear("HEAD").untilTheEnd()).contains(" 405 ").containsIgnoringCase("Allow: GET");
        assertThat(house.bean(Announcing.class).open()).isZero();
    }

    @Test
    void isBoundedForEachAccountOfWhichTheOldestMakesRoom() throws Exception {
        Ear first = listen().hears("first");
        for (int i = 1; i < Announcing.MOST_PER_ACCOUNT; i++) {
            listen().hears("first");
        }
        listen().hears("first");
        first.untilTheEnd();
        assertThat(house.bean(Announcing.class).open()).isEqualTo(Announcing.MOST_PER_ACCOUNT);
        assertThat(house.bean(Announcing.class).refused()).isZero();
    }

    /** Who holds streams already gives up one of theirs; who comes new waits. */
    @Test
    void isBoundedForAllTogether() throws Exception {
        Announcing announcing = house.bean(Announcing.class);
        for (int account = 0; announcing.open() < Announcing.MOST; account++) {
            enterAsOneMore(account);
            for (int i = 0; i < Announcing.MOST_PER_ACCOUNT && announcing.open() < Announcing.MOST; i++) {
                listen().hears("first");
            }
        }
        assertThat(announcing.refused()).isZero();
        enterAsOneMore(Announcing.MOST);
        assertThat(listen().untilTheEnd())
                .contains(" 429 ")
                .containsIgnoringCase("Retry-After: 30")
                .doesNotContain("first");
        assertThat(announcing.refused()).isOne();
        assertThat(announcing.open()).isEqualTo(Announcing.MOST);
        post("/sign-out", Map.of());
        enter("auditor-0");
        listen().hears("first");
        assertThat(announcing.open()).isEqualTo(Announcing.MOST);
    }

    private void enterAsOneMore(int number) throws Exception {
        SignedInUser one = new SignedInUser(new UUID(2, number), null, Set.of("AUDITOR"), "one");
        house.desk().accounts.put("auditor-" + number, one);
        cookies.clear();
        enter("auditor-" + number);
    }

    @Test
    void holdsNobodyUpWhoeverDoesNotListen() throws Exception {
        Ear deaf = listen();
        Ear ear = listen().hears("first");
        deaf.hears("first");
        news.line = "\"" + "x".repeat(4_000_000) + "\"";
        ear.hears("xxxx");
        news.line = "\"afterwards\"";
        ear.hears("afterwards");
        assertThat(get("/audit/all").statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnWhenWhatIsSoCouldNotBeAsked() throws Exception {
        Ear ear = listen().hears("first");
        news.failing = true;
        assertThat(listen().untilTheEnd()).contains(" 500 ").doesNotContain("secret-words");
        news.line = "{\"again\":1}";
        news.failing = false;
        ear.hears("again");
    }

    private Ear listen() throws IOException {
        return ear("GET");
    }

    private Ear ear(String method) throws IOException {
        Ear ear = new Ear(house.port(), method, CHANGES, cookieHeader(), "Accept", "text/event-stream");
        ears.add(ear);
        return ear;
    }

    private void enter(String name) throws Exception {
        assertThat(post("/sign-in", Map.of("name", name, "password", TestDesk.PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        assertThat(cookies).containsKey("troth");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).header("Cookie", cookieHeader());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        Matcher token = CSRF.matcher(get(path.equals("/sign-in") ? path : "/").body());
        assertThat(token.find()).isTrue();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        String body = all.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address(path))
                .header("Cookie", cookieHeader())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + house.port() + path);
    }

    private String cookieHeader() {
        return cookies.isEmpty()
                ? "none=none"
                : cookies.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("; "));
    }
}
