package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import tools.jackson.databind.JsonNode;

/** Somebody asks for help on a phone without a name, comes back with a code, and is known as themselves by it alone. */
@ExtendWith(Stage.class)
class AskingWithoutNameIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void comesBackWithTheCodeOnAPhoneAndIsTakenInByIt(Cast cast) {
        Visitor phone = cast.visitor(Device.PHONE, Way.KEYBOARD);
        String code = leave(phone);
        Coordinator coordinator = new Coordinator(cast.at("coordinator"));
        Visitor desk = coordinator.at();
        desk.goTo("/participants/new").fill("Their code", code).pressOnce("Find the enquiry");
        String enquiry = desk.id();
        desk.sees("No name yet", "A letter came.", "The intake needs it");
        desk.follow("Leave an answer")
                .fill("Your answer", "Come by on Monday and tell us your code.")
                .press("Leave the answer");

        read(phone, code).sees("Come by on Monday").seesNot("A letter came.");
        phone.fill("What you want to tell us", "The day is the ninth.")
                .pressOnce("Send")
                .sees("We keep your words.");
        phone.choose("Phone")
                .fill("Number or address", "555 0142")
                .pressOnce("Use this")
                .sees("We may use this way now.", "Phone: we may use it.")
                .seesNot("555 0142");
        assertThat(phone.page().title()).doesNotContainIgnoringCase("help").startsWith("A note");
        assertThat(phone.page().url()).doesNotContain(code.substring(0, 4));

        desk.goTo("/participants/" + enquiry).sees("The day is the ninth.", "555 0142");
        coordinator.takeIn(enquiry, SamplePeople.MIYUKI, code);
        desk.sees("The code was used and opens nothing any more.");
        phone.goTo("/notes/reading").fill("Your code", code).isRefused("reading", 409, "This code opens nothing.");
    }

    @Test
    void marksAWayUnsafeAfterTheNoteWasClosed(Cast cast) {
        Visitor phone = cast.visitor(Device.PHONE, Way.KEYBOARD);
        String code = leave(phone);
        read(phone, code).choose("Phone").fill("Number or address", "555 0143").pressOnce("Use this");
        Visitor desk = cast.at("coordinator");
        desk.goTo("/participants/new").fill("Their code", code).pressOnce("Find the enquiry");
        desk.goTo("/participants/" + desk.id() + "/closing")
                .choose("Reason", "Not reached")
                .press("Close the enquiry");

        read(phone, code)
                .sees("We have closed this note.", "Phone: we may use it.")
                .seesNot("Number or address")
                .pressOnce("This is not safe any more")
                .sees("We will not use this way any more.")
                .seesNot("Phone: we may use it.");
    }

    @Test
    void takesANoteBackWithoutScript(Cast cast) {
        Visitor visitor = cast.visitor(Device.PHONE, Way.WITHOUT_SCRIPT);
        String code = leave(visitor);
        read(visitor, code).pressOnce("Take it back").sees("Your note is taken back");
        Visitor desk = cast.at("coordinator");
        desk.goTo("/participants/new").fill("Their code", code).isRefused("code", 409, "opens nothing");
        assertThat(visitor.page().context().cookies())
                .allSatisfy(cookie -> assertThat(cookie.expires)
                        .as("%s ends with the browser", cookie.name)
                        .isEqualTo(-1));
    }

    @Test
    void answersEveryCodeThatOpensNothingAlikeAndInTheSameTime(Cast cast) throws Exception {
        URI origin = cast.troth().origin();
        Map<String, Object> note = Map.of("matter", "housing", "language", "en");
        String spent = code(origin, note);
        assertThat(post(origin, "/notes/withdrawal", Map.of("code", spent)).statusCode())
                .isEqualTo(200);
        String unknown = "0123 4567 89ab cdef";
        HttpResponse<String> first = post(origin, "/notes/reading", Map.of("code", spent));
        HttpResponse<String> second = post(origin, "/notes/reading", Map.of("code", unknown));
        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(Watch.withoutIds(first.body())).isEqualTo(Watch.withoutIds(second.body()));
        List<Long> ofSpent = new ArrayList<>();
        List<Long> ofUnknown = new ArrayList<>();
        for (int time = 0; time < 6; time++) {
            ofSpent.add(nanos(origin, spent));
            ofUnknown.add(nanos(origin, unknown));
        }
        double a = Collections.min(ofSpent) / 1e6;
        double b = Collections.min(ofUnknown) / 1e6;
        assertThat(Math.max(a, b)).as("%.2f ms and %.2f ms", a, b).isLessThan(Math.min(a, b) * 2 + 4);
    }

    private static String leave(Visitor visitor) {
        visitor.goTo("/sign-in")
                .follow("I have no account and want to leave a note")
                .choose("What is it about?", "Housing")
                .fill("What you want to tell us", "A letter came.")
                .pressOnce("Send")
                .sees("We show it only now.");
        return visitor.page().locator("#code").innerText();
    }

    private static Visitor read(Visitor visitor, String code) {
        return visitor.goTo("/notes/reading").fill("Your code", code).pressOnce("Go on");
    }

    private static String code(URI origin, Map<String, Object> note) throws Exception {
        JsonNode left = Somebody.JSON.readTree(post(origin, "/notes", note).body());
        return left.path("code").asString();
    }

    private static long nanos(URI origin, String code) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        assertThat(post(origin, "/notes/reading", Map.of("code", code)).statusCode())
                .isEqualTo(409);
        return System.nanoTime() - begun;
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
