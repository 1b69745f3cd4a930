package org.troth.app.demonstration;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One meeting of a match, as a coordinator writes it down for the volunteer who told them: sometimes late, sometimes corrected. */
final class EncounterStory {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final List<String> MEDIA = List.of("in-person", "in-person", "phone", "phone", "video", "messages");
    private static final List<List<String>> SUPPORT = List.of(
            List.of("emotional"),
            List.of("practical"),
            List.of("informational", "practical"),
            List.of("emotional", "social"));
    private static final List<List<String>> TOPICS = List.of(
            List.of("court-preparation"),
            List.of("understanding-letters", "organising-documents"),
            List.of("how-things-work", "next-steps"),
            List.of("daily-life", "confidence"),
            List.of());

    private final Programme programme;
    private final String match;
    private final BooleanSupplier on;

    /** @param on whether the match has not ended */
    EncounterStory(Programme programme, String match, BooleanSupplier on) {
        this.programme = programme;
        this.match = match;
        this.on = on;
    }

    void tell() {
        if (!on.getAsBoolean()) {
            return;
        }
        ZonedDateTime begun = programme
                .now()
                .minusMinutes(programme.between(40, 170))
                .minusDays(programme.chance(10) ? programme.between(4, 6) : 0);
        Map<String, Object> met = held(begun, match);
        met.putAll(how(programme));
        String id = programme.post("encounters", met).id();
        if (programme.chance(8)) {
            Map<String, Object> right = new HashMap<>(met);
            right.remove("match");
            right.put("reason", "wrong-length");
            right.put("minutes", programme.between(3, 24) * 5 + 1);
            programme.within(1, 5, () -> {
                programme.post("encounters/" + id + "/correction", right);
                programme.looksAtCorrection(id);
            });
        }
    }

    /** When it was, for whoever writes it down. */
    static Map<String, Object> held(ZonedDateTime begun, String match) {
        Map<String, Object> held = new HashMap<>();
        held.put("match", match);
        held.put("day", begun.toLocalDate().toString());
        held.put("time", TIME.format(begun));
        return held;
    }

    /** How it was. */
    static Map<String, Object> how(Programme programme) {
        Map<String, Object> how = new HashMap<>();
        how.put("minutes", programme.between(3, 18) * 5);
        how.put("medium", programme.oneOf(MEDIA));
        how.put("support", programme.oneOf(SUPPORT));
        how.put("topics", programme.oneOf(TOPICS));
        return how;
    }
}
