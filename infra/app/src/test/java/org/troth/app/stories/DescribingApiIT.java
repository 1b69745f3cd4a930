package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the description says of the API is what the API does: each act is sent as its own example says. */
@ExtendWith(Stage.class)
class DescribingApiIT {

    private final SoftAssertions all = new SoftAssertions();

    @Test
    void isWhatHappensWhenItsExamplesAreSent(Cast cast) throws Exception {
        Household house = new Household(cast.troth());
        JsonNode paths = described(cast).path("paths");
        String coordinator = cast.troth().token("coordinator");
        String administrator = cast.troth().token("administrator");
        Map<String, Object> none = Map.of();

        String enquiry =
                send(cast, paths, coordinator, "/participants", none).path("id").asString();
        send(cast, paths, coordinator, "/participants/{id}/intake", none, enquiry);
        send(cast, paths, coordinator, "/participants/{id}/contacts", none, enquiry);
        send(cast, paths, coordinator, "/participants/{id}/assessment", none, enquiry);
        send(cast, paths, coordinator, "/participants/{id}/waiting", none, enquiry);
        send(cast, paths, coordinator, "/participants/{id}/enrolment", none, enquiry);
        send(cast, paths, coordinator, "/participants/{id}/availability", none, enquiry);
        send(cast, paths, coordinator, "/participants/search", none);
        String idle =
                send(cast, paths, coordinator, "/participants", none).path("id").asString();
        send(cast, paths, coordinator, "/participants/{id}/closing", none, idle);

        merged(cast, paths, house, enquiry);
        nameless(cast, paths, coordinator);

        send(cast, paths, coordinator, "/worklist/filters", none);
        send(cast, paths, coordinator, "/worklist/filters/{id}/removal", none, idle);

        String volunteer =
                send(cast, paths, coordinator, "/volunteers", none).path("id").asString();
        send(cast, paths, coordinator, "/volunteers/{id}/qualification", none, volunteer);
        send(cast, paths, coordinator, "/volunteers/{id}/capacity", none, volunteer);
        send(cast, paths, coordinator, "/volunteers/{id}/correction", none, volunteer);
        send(cast, paths, coordinator, "/volunteers/{id}/availability", none, volunteer);

        String entry = send(
                        cast,
                        paths,
                        house.participant.token(),
                        "/conflicts",
                        Map.of("participant", house.participantId))
                .path("id")
                .asString();
        send(cast, paths, house.participant.token(), "/conflicts/{entry}/withdrawal", none, entry);

        Map<String, Object> about = Map.of("participant", enquiry);
        String match =
                send(cast, paths, coordinator, "/matches", about).path("id").asString();
        send(cast, paths, coordinator, "/matches/{id}/proposal", Map.of("volunteer", volunteer), match);
        send(cast, paths, coordinator, "/matches/{id}/acceptance", none, match);
        send(cast, paths, coordinator, "/matches/{id}/acceptance", Map.of("side", "PARTICIPANT"), match);
        String boundary = send(cast, paths, coordinator, "/boundaries", Map.of("match", match))
                .path("id")
                .asString();
        send(cast, paths, coordinator, "/boundaries/{id}/change", none, boundary);
        send(cast, paths, coordinator, "/boundaries/{id}/lifting", none, boundary);
        Map<String, Object> today = Map.of("match", match, "day", Household.inDays(0), "time", "00:00");
        String encounter =
                send(cast, paths, coordinator, "/encounters", today).path("id").asString();
        send(
                cast,
                paths,
                coordinator,
                "/encounters/{id}/correction",
                Map.of("day", Household.inDays(0), "time", "00:00"),
                encounter);
        String other = house.another("COORDINATOR").token();
        send(cast, paths, other, "/encounters/{id}/versions/{version}/approval", none, encounter, "2");
        send(
                cast,
                paths,
                coordinator,
                "/encounters/{id}/correction",
                Map.of("day", Household.inDays(0), "time", "00:00", "minutes", "40"),
                encounter);
        send(cast, paths, other, "/encounters/{id}/versions/{version}/return", none, encounter, "3");
        send(cast, paths, coordinator, "/matches/{id}/no", none, match);
        send(cast, paths, coordinator, "/matches/{id}/change", none, match);
        send(cast, paths, coordinator, "/matches/{id}/end", none, match);

        send(cast, paths, house.participant.token(), "/charter/acknowledgement", none);
        send(cast, paths, house.volunteer.token(), "/charter/outside", Map.of("match", house.match));
        send(
                cast,
                paths,
                coordinator,
                "/charter/outside/{id}/decision",
                Map.of("referral", house.referral),
                house.outside);

        String agency = Somebody.JSON
                .readTree(house.coordinator
                        .answer("/directory/services/" + house.service)
                        .body())
                .path("agency")
                .asString();
        String consent = send(
                        cast,
                        paths,
                        coordinator,
                        "/consents",
                        Map.of("participant", house.participantId, "agency", agency))
                .path("id")
                .asString();
        send(cast, paths, coordinator, "/consents/{id}/conversations", none, consent);
        send(cast, paths, house.participant.token(), "/consents/{id}/understanding", none, consent);
        send(cast, paths, house.participant.token(), "/consents/{id}/agreement", none, consent);
        String ending = send(
                        cast,
                        paths,
                        coordinator,
                        "/consents",
                        Map.of("participant", house.participantId, "agency", agency, "lastDay", Household.inDays(7)))
                .path("id")
                .asString();
        send(cast, paths, house.participant.token(), "/consents/{id}/understanding", none, ending);
        send(cast, paths, house.participant.token(), "/consents/{id}/agreement", none, ending);
        send(cast, paths, coordinator, "/consents/{id}/renewal", Map.of("lastDay", Household.inDays(180)), ending);
        String referral = send(
                        cast,
                        paths,
                        coordinator,
                        "/referrals",
                        Map.of("participant", enquiry, "service", house.service))
                .path("id")
                .asString();
        send(cast, paths, coordinator, "/referrals/not-appropriate", Map.of("participant", house.participantId));
        delivered(cast, paths, coordinator, house.referral);
        send(cast, paths, coordinator, "/consents/{id}/withdrawal", none, consent);
        send(cast, paths, coordinator, "/consents/{id}/withdrawal", none, house.sharing);
        recalled(house);
        send(
                cast,
                paths,
                coordinator,
                "/referrals/{id}/recall-notice",
                Map.of("day", Household.inDays(0)),
                house.referral);
        send(cast, paths, coordinator, "/referrals/{id}/declining", none, referral);

        String erasure = send(
                        cast, paths, house.participant.token(), "/erasures", Map.of("participant", house.participantId))
                .path("id")
                .asString();
        send(cast, paths, house.participant.token(), "/erasures/{erasure}/withdrawal", none, erasure);
        Map<String, Object> theirs = Map.of("participant", house.participantId);
        String noted = send(cast, paths, house.another("COORDINATOR").token(), "/erasures", theirs)
                .path("id")
                .asString();
        send(cast, paths, coordinator, "/erasures/{erasure}/mistake", theirs, noted);

        send(cast, paths, coordinator, "/participants/{id}/correction", Map.of("reason", "written-wrong"), enquiry);
        send(cast, paths, coordinator, "/participants/{id}/first-tellings", none, enquiry);
        send(cast, paths, coordinator, "/participants/{id}/first-tellings/{number}/step", none, enquiry, "1");
        send(cast, paths, coordinator, "/participants/{id}/others", none, enquiry);
        send(cast, paths, coordinator, "/participants/{id}/others/{number}/removal", none, enquiry, "1");
        young(cast, paths, house, coordinator, enquiry);
        send(cast, paths, coordinator, "/participants/{id}/closure", none, enquiry);
        send(cast, paths, coordinator, "/participants/{id}/reopening", none, enquiry);
        send(cast, paths, coordinator, "/participants/{id}/contacts", none, house.participantId);
        Map<String, Object> later = Map.of("from", Household.inDays(30));
        send(cast, paths, house.participant.token(), "/participants/{id}/follow-up", later, house.participantId);
        send(cast, paths, coordinator, "/participants/{id}/follow-up/dropping", none, house.participantId);

        String account = send(cast, paths, administrator, "/accounts", Map.of("name", "one.of.the.description"))
                .path("id")
                .asString();
        send(cast, paths, administrator, "/accounts/{account}/lock", none, account);
        send(cast, paths, administrator, "/accounts/{account}/unlock", none, account);
        send(cast, paths, administrator, "/accounts/{account}/reset", none, account);
        send(cast, paths, administrator, "/accounts/{account}/leaving", none, account);
        sheets(cast, paths, coordinator);
        offers(cast, paths, coordinator);
        guests(cast, paths, house);
        hopes(cast, paths, house);
        plans(cast, paths, house);
        all.assertAll();
    }

    /** Of somebody of whom it was noted by mistake that they are not of age; of another one it is noted rightly. */
    private void young(Cast cast, JsonNode paths, Household house, String coordinator, String person) throws Exception {
        Map<String, Object> none = Map.of();
        Map<String, Object> ofAge = Map.of("ofAgeOn", Household.inDays(400));
        send(cast, paths, coordinator, "/participants/{id}/others", none, person);
        send(cast, paths, coordinator, "/youth/{participant}/age", ofAge, person);
        send(cast, paths, coordinator, "/youth/{participant}/guardians", Map.of("guardian", "2"), person);
        send(cast, paths, coordinator, "/youth/{participant}/guardians/{number}/ending", none, person, "2");
        send(cast, paths, coordinator, "/youth/{participant}/alone", none, person);
        send(cast, paths, coordinator, "/youth/{participant}/alone/ending", none, person);
        send(cast, paths, coordinator, "/youth/{participant}/age/removal", none, person);

        String own = house.participantId;
        send(cast, paths, coordinator, "/participants/{id}/others", none, own);
        send(cast, paths, coordinator, "/youth/{participant}/age", ofAge, own);
        send(cast, paths, coordinator, "/youth/{participant}/guardians", none, own);
        String consent = send(
                        cast,
                        paths,
                        coordinator,
                        "/consents",
                        Map.of("participant", own, "purpose", "REPORTING", "agency", ""))
                .path("id")
                .asString();
        send(
                cast,
                paths,
                house.participant.token(),
                "/consents/{id}/understanding",
                Map.of("answers", List.of("a", "a", "b")),
                consent);
        send(cast, paths, house.participant.token(), "/consents/{id}/agreement", none, consent);
        Map<String, Object> word = Map.of("consent", consent);
        send(cast, paths, coordinator, "/youth/{participant}/agreements", word, own);
        send(cast, paths, coordinator, "/youth/{participant}/objections", word, own);
        send(cast, paths, coordinator, "/youth/{participant}/age/removal", none, own);
    }

    private void sheets(Cast cast, JsonNode paths, String coordinator) throws Exception {
        Map<String, Object> review = Map.of("reviewedOn", Household.inDays(-1), "reviewBy", Household.inDays(90));
        String sheet =
                send(cast, paths, coordinator, "/sheets", review).path("id").asString();
        send(cast, paths, coordinator, "/sheets/{id}/versions", review, sheet);
        send(cast, paths, coordinator, "/sheets/{id}/review", review, sheet);
        send(cast, paths, coordinator, "/sheets/{id}/end", Map.of(), sheet);
    }

    private void offers(Cast cast, JsonNode paths, String coordinator) throws Exception {
        Map<String, Object> none = Map.of();
        String code = send(cast, paths, coordinator, "/programme/codes", none)
                .path("id")
                .asString();
        send(cast, paths, coordinator, "/programme/codes/{list}/{code}", none, "matter", code);
        send(cast, paths, coordinator, "/programme/codes/{list}/{code}/end", none, "matter", code);
        send(cast, paths, coordinator, "/programme/codes/{list}/{code}/return", none, "matter", code);
    }

    private void guests(Cast cast, JsonNode paths, Household house) throws Exception {
        Map<String, Object> none = Map.of();
        String asked = send(
                        cast,
                        paths,
                        house.volunteer.token(),
                        "/presences",
                        Map.of("match", house.match, "day", Household.inDays(3)))
                .path("id")
                .asString();
        send(cast, paths, house.participant.token(), "/presences/{id}/agreement", none, asked);
        send(cast, paths, house.volunteer.token(), "/presences/{id}/no", none, asked);
    }

    /** Nobody but the participant can send any of these. */
    private void hopes(Cast cast, JsonNode paths, Household house) throws Exception {
        Map<String, Object> none = Map.of();
        String own = house.participant.token();
        String goal = send(cast, paths, own, "/goals", none).path("id").asString();
        send(cast, paths, own, "/goals/{id}/wording", none, goal);
        send(cast, paths, own, "/goals/{id}/rating", none, goal);
        send(cast, paths, own, "/goals/{id}/showing", Map.of("match", house.match), goal);
        send(cast, paths, own, "/goals/{id}/hiding", none, goal);
        send(cast, paths, own, "/goals/{id}/letting-go", none, goal);
        send(cast, paths, own, "/goals/{id}/resumption", none, goal);
        send(cast, paths, own, "/goals/{id}/reaching", none, goal);
    }

    private void plans(Cast cast, JsonNode paths, Household house) throws Exception {
        Map<String, Object> none = Map.of();
        String work = house.coordinator.token();
        String own = house.participant.token();
        send(cast, paths, work, "/plans/{id}/closing", none, house.plan);
        String plan = send(cast, paths, work, "/plans", Map.of("participant", house.participantId))
                .path("id")
                .asString();
        Map<String, Object> home = new HashMap<>(Map.of("discipline", "housing"));
        home.put("match", null);
        String section = send(cast, paths, work, "/plans/{id}/sections", home, plan)
                .path("id")
                .asString();
        send(cast, paths, work, "/plans/{id}/sections/{section}/wording", none, plan, section);
        send(
                cast,
                paths,
                own,
                "/plans/{id}/sections/{section}/goals",
                Map.of("goals", List.of(house.goal)),
                plan,
                section);
        send(cast, paths, own, "/plans/{id}/sections/{section}/showing", Map.of("match", house.match), plan, section);
        send(cast, paths, own, "/plans/{id}/sections/{section}/hiding", none, plan, section);
        String step = send(cast, paths, work, "/plans/{id}/sections/{section}/steps", none, plan, section)
                .path("id")
                .asString();
        send(cast, paths, work, "/plans/{id}/steps/{step}/done", Map.of("version", "0"), plan, step);
        send(cast, paths, work, "/plans/{id}/steps/{step}/not-done", Map.of("version", "1"), plan, step);
    }

    /** One coordinator thinks that somebody was entered twice, another one does too, and then they were not after all. */
    private void merged(Cast cast, JsonNode paths, Household house, String kept) throws Exception {
        Map<String, Object> none = Map.of();
        String coordinator = cast.troth().token("coordinator");
        String another = house.another("COORDINATOR").token();
        String twice =
                send(cast, paths, coordinator, "/participants", none).path("id").asString();
        Map<String, Object> both = Map.of("kept", kept, "merged", twice);
        send(cast, paths, coordinator, "/merges", both);
        send(cast, paths, another, "/merges/{kept}/{merged}/refusal", none, kept, twice);
        send(cast, paths, coordinator, "/merges", both);
        send(cast, paths, another, "/merges/{kept}/{merged}/confirmation", none, kept, twice);
        send(cast, paths, coordinator, "/merges/{kept}/{merged}/undoing", none, kept, twice);
        Map<String, Object> coded = Map.of(
                "code", send(cast, paths, "", "/notes", none).path("code").asString());
        send(cast, paths, coordinator, "/merges/{kept}/code", coded, kept);
    }

    private void nameless(Cast cast, JsonNode paths, String coordinator) throws Exception {
        Map<String, Object> none = Map.of();
        Map<String, Object> coded = Map.of(
                "code", send(cast, paths, "", "/notes", none).path("code").asString());
        String note = send(cast, paths, coordinator, "/participants/code", coded)
                .path("id")
                .asString();
        send(cast, paths, coordinator, "/participants/{id}/answers", none, note);
        send(cast, paths, "", "/notes/words", coded);
        send(cast, paths, "", "/notes/contacts", coded);
        send(cast, paths, "", "/notes/reading", coded);
        send(cast, paths, "", "/notes/unsafe", coded);
        send(cast, paths, coordinator, "/participants/{id}/intake", coded, note);
        send(
                cast,
                paths,
                "",
                "/notes/withdrawal",
                Map.of(
                        "code",
                        send(cast, paths, "", "/notes", none).path("code").asString()));
    }

    /** The agency opens what was sent to it, takes it on, begins, and says what came of it, in one sitting. */
    private void delivered(Cast cast, JsonNode paths, String coordinator, String referral) throws Exception {
        JsonNode made = send(cast, paths, coordinator, "/referrals/{id}/openings", Map.of(), referral);
        Map<String, Object> keys = Map.of(
                "link", made.path("link").asString(), "code", made.path("code").asString());
        Map<String, Object> sitting = Map.of(
                "sitting",
                send(cast, paths, "", "/deliveries/opening", keys)
                        .path("sitting")
                        .asString());
        send(cast, paths, "", "/deliveries/acceptance", sitting);
        send(cast, paths, "", "/deliveries/start", sitting);
        send(cast, paths, "", "/deliveries/outcome", sitting);
        send(cast, paths, "", "/deliveries/reading", sitting);
    }

    /** The product calls the referral back by itself, a moment after its consent was taken back. */
    private static void recalled(Household house) throws InterruptedException {
        for (int look = 0; look < 100; look++) {
            String notice = house.coordinator
                    .answer("/referrals/" + house.referral + "/recall-notice")
                    .body();
            if (Somebody.JSON.readTree(notice).path("due").asBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the referral was not called back");
    }

    @Test
    void namesEveryFilterOfAListOneByOne(Cast cast) throws Exception {
        JsonNode paths = described(cast).path("paths");
        assertThat(parameters(paths, "/audit"))
                .contains("person", "actor", "kind", "forPurpose", "from", "to", "before", "Purpose-Of-Use")
                .doesNotContain("question");
        assertThat(parameters(paths, "/disclosures"))
                .contains("subject", "actor", "forPurpose", "before")
                .doesNotHaveDuplicates();
        assertThat(parameters(paths, "/participants")).containsExactlyInAnyOrder("before", "Purpose-Of-Use");
    }

    private static List<String> parameters(JsonNode paths, String path) {
        return new ArrayList<>(
                paths.path("/api/v1" + path).path("get").path("parameters").findValuesAsString("name"));
    }

    private static JsonNode described(Cast cast) throws Exception {
        return Somebody.JSON.readTree(
                answer(HttpRequest.newBuilder(cast.troth().origin().resolve("/v3/api-docs")))
                        .body());
    }

    /** Sends an act as it is described, with these of its fields and identifiers changed for some that are on the record. */
    private JsonNode send(
            Cast cast, JsonNode paths, String token, String path, Map<String, Object> changed, String... id)
            throws Exception {
        JsonNode operation = paths.path("/api/v1" + path).path("post");
        JsonNode example = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");
        ObjectNode body = example.isObject() ? (ObjectNode) example.deepCopy() : Somebody.JSON.createObjectNode();
        changed.forEach(body::putPOJO);
        String filled = path;
        for (String each : id) {
            filled = filled.replaceFirst("\\{[^}]*}", each);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address(cast, filled));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = answer(request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Somebody.JSON.writeValueAsString(body))));
        JsonNode described = operation.path("responses").path(String.valueOf(answer.statusCode()));
        all.assertThat(described.isObject())
                .as("%s answers %s as it says: %s", path, answer.statusCode(), answer.body())
                .isTrue();
        JsonNode said = described.path("content").path("application/json").path("example");
        JsonNode came = Somebody.JSON.readTree(answer.body());
        all.assertThat(said.propertyNames()).as("answer of %s", path).containsAll(came.propertyNames());
        return came;
    }

    private static URI address(Cast cast, String path) {
        return cast.troth().origin().resolve("/api/v1" + path);
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
