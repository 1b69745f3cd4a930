package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import tools.jackson.databind.JsonNode;

/** R8: a message goes where it is safe at the moment it leaves, and says nothing; the look at the address is on the record. */
@ExtendWith(Stage.class)
class TellingThatSomethingWaitsIT {

    private static final String ADDRESS = "quill@home.example.org";

    @Test
    void goesWhereItIsSafeNowAndNowhereElse(Cast cast) throws Exception {
        Household house = new Household(cast.troth());
        String person = "/participants/" + house.participantId;
        house.participant.act(person + "/contacts", Map.of("channel", "EMAIL", "address", ADDRESS));
        ask(house);
        JsonNode sent = latest(house);
        assertThat(sent.path("state").asString()).isEqualTo("GONE");
        assertThat(sent.path("channel").asString()).isEqualTo("EMAIL");

        JsonNode listed =
                Somebody.JSON.readTree(house.coordinator.answer("/messages").body());
        assertThat(listed.path("kept").asBoolean()).isTrue();
        JsonNode note = listed.path("messages").path(0);
        assertThat(note.path("subject").asString()).isEqualTo("A note for you");
        assertThat(listed.toString()).doesNotContain(ADDRESS, Household.NAME, house.participantId);

        String accounting = house.participant
                .answer("/disclosures/of/" + house.participantId)
                .body();
        assertThat(accounting).contains("SYSTEM", "HOPERAT", "running the programme");

        house.participant.act(person + "/contacts/EMAIL/unsafe", Map.of());
        ask(house);
        JsonNode kept = latest(house);
        assertThat(kept.path("state").asString()).isEqualTo("WITHHELD");
        assertThat(kept.path("reason").asString()).isEqualTo("WAY_UNSAFE");
        assertThat(Somebody.JSON
                        .readTree(house.participant.answer("/mine").body())
                        .path("messages")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("WITHHELD");

        house.coordinator
                .signIn(cast.visitor(Device.PHONE, Way.MOUSE))
                .goTo("/messages")
                .sees("A note is waiting for you.")
                .goTo(person)
                .sees("The e-mail is not safe any more");
        house.participant
                .signIn(cast.visitor(Device.PHONE, Way.MOUSE))
                .goTo("/mine")
                .sees("What we sent you");
    }

    /** Of the referral that the household sent: by the address of its directory, and nobody's words or link with it. */
    @Test
    void tellsTheAgencyThatSomethingWasSentToItAndNothingOfIt(Cast cast) throws Exception {
        Household house = new Household(cast.troth());
        String referral = "/referrals/" + house.referral;
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!house.coordinator.answer(referral).body().contains("\"noteState\":\"GONE\"")) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(500);
        }
        JsonNode note = Somebody.JSON
                .readTree(house.coordinator.answer("/messages").body())
                .path("messages")
                .valueStream()
                .filter(each -> each.path("receiverKind").asString().equals("AGENCY"))
                .findFirst()
                .orElseThrow();
        assertThat(note.path("subject").asString()).isEqualTo("Something was sent to you");
        assertThat(note.toString()).doesNotContain(Household.NAME, "desk@", "http", house.participantId);
        house.coordinator
                .signIn(cast.visitor(Device.PHONE, Way.MOUSE))
                .goTo(referral)
                .sees("A note to the agency", "Sent")
                .goTo("/messages")
                .sees("Something was sent to an agency");
        assertThat(house.participant
                        .answer("/disclosures/of/" + house.participantId)
                        .body())
                .as("nobody was looked at for it")
                .doesNotContain("message leaving");
    }

    private static void ask(Household house) {
        house.coordinator.act(
                "/consents",
                Map.of(
                        "participant",
                        house.participantId,
                        "purpose",
                        "SUPPORT",
                        "classes",
                        List.of("IDENTITY"),
                        "language",
                        "en"));
    }

    /** The last message, once none waits any more. */
    private static JsonNode latest(Household house) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(2_500);
            JsonNode messages = Somebody.JSON
                    .readTree(house.coordinator
                            .answer("/participants/" + house.participantId)
                            .body())
                    .path("messages");
            boolean waits = messages.valueStream()
                    .anyMatch(each -> List.of("QUEUED", "LEAVING")
                            .contains(each.path("state").asString()));
            if (!messages.isEmpty() && !waits) {
                return messages.path(0);
            }
        }
        throw new AssertionError("a message still waits");
    }
}
