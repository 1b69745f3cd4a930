package org.troth.app.demonstration;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One boundary of a match: set by either side, sometimes changed or lifted, and now and then a No. */
final class BoundaryStory {

    private record Agreement(String topic, String words, String later) {}

    private static final List<Agreement> AGREEMENTS = List.of(
            new Agreement("HOURS", "Not after eight in the evening.", "Not after seven in the evening."),
            new Agreement("HOURS", "Sundays are for the family.", "Sundays only when there is a hearing on Monday."),
            new Agreement("CHANNEL", "Messages only, no calls.", "Messages, and calls when they were agreed before."),
            new Agreement(
                    "PLACE", "We meet in the library, never at home.", "We meet in the library or the court café."),
            new Agreement("SUBJECT", "No questions about money.", "Money only when a form asks for it."),
            new Agreement(
                    "STORY", "What happened that night stays out.", "I will speak of that night when I want to."));

    private final Programme programme;
    private final String match;
    private final BooleanSupplier on;

    /** @param on whether the match has not ended */
    BoundaryStory(Programme programme, String match, BooleanSupplier on) {
        this.programme = programme;
        this.match = match;
        this.on = on;
    }

    void set() {
        if (!on.getAsBoolean()) {
            return;
        }
        String side = programme.chance(60) ? "PARTICIPANT" : "VOLUNTEER";
        Agreement agreement = programme.oneOf(AGREEMENTS);
        String id = programme
                .post(
                        "boundaries",
                        Map.of("match", match, "side", side, "topic", agreement.topic(), "words", agreement.words()))
                .id();
        if (programme.chance(20)) {
            later(
                    "boundaries/" + id + "/change",
                    Map.of("side", side, "topic", agreement.topic(), "words", agreement.later()));
        }
        if (programme.chance(25)) {
            later("boundaries/" + id + "/no", Map.of("side", programme.oneOf(List.of("PARTICIPANT", "VOLUNTEER"))));
        }
        if (programme.chance(10)) {
            programme.within(13, 14, () -> act("boundaries/" + id + "/lifting", Map.of("side", side)));
        }
    }

    private void later(String path, Map<String, ?> body) {
        programme.within(1, 12, () -> act(path, body));
    }

    private void act(String path, Map<String, ?> body) {
        if (on.getAsBoolean()) {
            programme.post(path, body);
        }
    }
}
