package org.troth.app.demonstration;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One goal of a participant, which they set and rate with their own account, and some show to whoever walks beside them; in
 * the end it is reached, or let go, or still open. It has no dice, so that no other story changes by it.
 */
final class GoalStory {

    /** What the participant does with their own account. */
    interface Voice {
        Api.Done act(String path, Map<String, ?> body);
    }

    private record Hope(String about, String words) {}

    private static final List<Hope> HOPES = List.of(
            new Hope("confidence", "Say my own sentence in the hearing."),
            new Hope("home", "Stay in the flat until the school year is over."),
            new Hope("less-stress", "Sleep through the night before a letter is due."),
            new Hope("the-case", "Understand every page in my folder."),
            new Hope("money", "Know at the end of each week what is left."),
            new Hope("family", "See the children every other weekend."));

    private static final int MOST_RATINGS = 5;

    private final Programme programme;
    private final Voice voice;
    private final int number;
    private String id = "";
    private String match = "";
    private int ratings;

    GoalStory(Programme programme, Voice voice, int number) {
        this.programme = programme;
        this.voice = voice;
        this.number = number;
    }

    /** They show it in this match. */
    GoalStory shownIn(String theirs) {
        match = theirs;
        return this;
    }

    void plan() {
        after(9 + number % 11, this::set);
    }

    private void set() {
        Hope hope = HOPES.get(number % HOPES.size());
        id = voice.act("goals", Map.of("about", hope.about(), "words", hope.words()))
                .id();
        if (!match.isEmpty()) {
            voice.act("goals/" + id + "/showing", Map.of("match", match));
        }
        after(1, this::rate);
    }

    /** Mostly a little further each time, and now and then a step back. */
    private void rate() {
        int back = ratings == 2 && number % 2 == 0 ? 2 : 0;
        voice.act("goals/" + id + "/rating", Map.of("rating", 1 + number % 3 + ratings - back));
        ratings++;
        if (ratings < MOST_RATINGS) {
            after(17 + number % 13, this::rate);
        } else if (number % 4 != 0) {
            String end = number % 4 == 1 ? "letting-go" : "reaching";
            after(20, () -> voice.act("goals/" + id + "/" + end, Map.of()));
        }
    }

    private void after(int days, Runnable act) {
        programme.calendar().in(Duration.ofDays(days), act);
    }
}
