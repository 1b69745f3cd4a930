package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import tools.jackson.databind.JsonNode;

/** An agency without an account opens what was sent to it with a link and a code, answers, and loses it with the consent. */
@ExtendWith(Stage.class)
class AnsweringAsAgencyIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void opensThePacketOnAPhoneAndTakesItOn(Cast cast) {
        Household house = new Household(cast.troth());
        Visitor desk = house.coordinator.signIn(cast.visitor(Device.DESKTOP, Way.MOUSE));
        desk.goTo("/referrals/" + house.referral).pressOnce("Make a link for the agency");
        URI link = URI.create(desk.page().locator("#link").innerText());
        String code = desk.page().locator("#code").innerText();
        assertThat(link.getPath()).isEqualTo("/deliveries");

        Visitor phone = cast.visitor(Device.PHONE, Way.MOUSE);
        phone.goTo(link.getPath() + "#" + link.getFragment());
        assertThat(phone.page().url()).doesNotContain(link.getFragment());
        phone.fill("The code you were told", code).pressOnce("Open").sees("What was sent to you", Household.NAME);
        assertThat(phone.page().title()).startsWith("A delivery");
        assertThat(phone.page().url()).doesNotContain(link.getFragment());
        phone.pressOnce("Yes, we take it on").sees("You have taken it on.", "We have begun");

        phone.fill("In a few words", "a letter went out").isRefused("outcome", 400, "This is needed.");
        assertThat(phone.page().locator("#field-words").inputValue())
                .as("what was typed when something was left out")
                .isEqualTo("a letter went out");
        assertThat(phone.page().url()).doesNotContain("letter");

        desk.goTo("/referrals/" + house.referral).seesEventually("by the agency itself");
        Visitor person = house.participant.signIn(cast.visitor(Device.PHONE, Way.MOUSE));
        person.goTo("/disclosures/of/" + house.participantId).sees("When an agency opened it", "lawful when made");
    }

    @Test
    void opensItWithoutScriptByWhatStandsAfterTheSign(Cast cast) throws Exception {
        Household house = new Household(cast.troth());
        JsonNode made = house.coordinator.act("/referrals/" + house.referral + "/openings", Map.of());
        Visitor visitor = cast.visitor(Device.PHONE, Way.WITHOUT_SCRIPT);
        visitor.goTo("/deliveries")
                .fill("The link", made.path("link").asString())
                .fill("The code you were told", made.path("code").asString())
                .pressOnce("Open")
                .sees(Household.NAME);
        Page page = visitor.page();
        assertThat(page.content()).doesNotContain(made.path("code").asString());
    }

    /** R1, with a second between them. */
    @Test
    void losesItWithTheConsentAndItStaysInTheAccounting(Cast cast) throws Exception {
        Household house = new Household(cast.troth());
        URI origin = cast.troth().origin();
        JsonNode made = house.coordinator.act("/referrals/" + house.referral + "/openings", Map.of());
        HttpResponse<String> opened = open(origin, made);
        assertThat(opened.statusCode()).isEqualTo(200);
        Map<String, Object> sitting = Map.of(
                "sitting", Somebody.JSON.readTree(opened.body()).path("sitting").asString());
        JsonNode unused = house.coordinator.act("/referrals/" + house.referral + "/openings", Map.of());
        assertThat(post(origin, "/deliveries/reading", sitting).statusCode()).isEqualTo(409);

        house.participant.act("/consents/" + house.sharing + "/withdrawal", Map.of());
        HttpResponse<String> late = open(origin, unused);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).doesNotContain(Household.NAME, "withdrawn", "taken back");
        assertThat(post(origin, "/deliveries/acceptance", sitting).statusCode()).isEqualTo(409);

        assertThat(eventually(house.auditor, "/disclosures/refused", "/deliveries/opening"))
                .contains(house.participantId);
        JsonNode accounting = Somebody.JSON.readTree(
                eventually(house.participant, "/disclosures/of/" + house.participantId, "WITHDRAWN"));
        assertThat(accounting.path("opened")).hasSize(1);
        assertThat(accounting.path("opened").path(0).path("lawfulWhenMade").asBoolean())
                .isTrue();
        assertThat(accounting.path("opened").path(0).path("consentNow").asString())
                .isEqualTo("WITHDRAWN");
        house.coordinator.act("/referrals/" + house.referral + "/closing", Map.of());
    }

    /** What is answered once it holds this, which it does as soon as the views have come so far. */
    private static String eventually(Somebody who, String path, String word) throws InterruptedException {
        String body = "";
        for (int look = 0; look < 100; look++) {
            body = who.answer(path).body();
            if (body.contains(word)) {
                return body;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it never said " + word);
    }

    @Test
    void answersWhateverOpensNothingAlikeAndInTheSameTime(Cast cast) throws Exception {
        Household house = new Household(cast.troth());
        URI origin = cast.troth().origin();
        JsonNode made = house.coordinator.act("/referrals/" + house.referral + "/openings", Map.of());
        String link = made.path("link").asString();
        assertThat(open(origin, made).statusCode()).isEqualTo(200);
        Map<String, Object> spent =
                Map.of("link", link, "code", made.path("code").asString());
        Map<String, Object> wrong = Map.of("link", link, "code", "0000 0000 0000");
        Map<String, Object> unknown = Map.of("link", "1-" + "a".repeat(32), "code", "0000 0000 0000");
        List<String> bodies = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        for (Map<String, Object> tried : List.of(spent, wrong, unknown)) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = post(origin, "/deliveries/opening", tried);
            times.add(Duration.ofNanos(System.nanoTime() - begun));
            assertThat(answer.statusCode()).isEqualTo(409);
            bodies.add(Watch.withoutIds(answer.body()));
        }
        assertThat(bodies).containsOnly(bodies.get(0));
        Duration shortest = times.stream().min(Duration::compareTo).orElseThrow();
        Duration longest = times.stream().max(Duration::compareTo).orElseThrow();
        assertThat(longest).as("%s", times).isLessThan(shortest.plusMillis(250));
    }

    private static HttpResponse<String> open(URI origin, JsonNode made) throws IOException, InterruptedException {
        return post(
                origin,
                "/deliveries/opening",
                Map.of(
                        "link",
                        made.path("link").asString(),
                        "code",
                        made.path("code").asString()));
    }

    private static HttpResponse<String> post(URI origin, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(origin.resolve("/api/v1" + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Somebody.JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }
}
