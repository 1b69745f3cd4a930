package org.troth.app.demonstration;

import java.time.Duration;
import java.util.Map;

/**
 * The joint plan of the sample participant: what the coordinator wrote with her, what she wrote herself, and what she and whoever
 * walks beside her wrote; steps of each of the three, some done. It has no dice, so that no other story changes by it.
 */
final class PlanStory {

    private static final String SCHOOL =
            "She talks to the school in the week before the hearing. The class teacher knows the day and no more.";
    private static final String NEXT_TERM =
            "She talks to the school before the new term begins. The class teacher knows the day and no more.";

    private final Programme programme;
    private final GoalStory.Voice participant;
    private final GoalStory.Voice volunteer;
    private final String person;
    private final String match;
    private String plan = "";

    PlanStory(
            Programme programme, GoalStory.Voice participant, GoalStory.Voice volunteer, String person, String match) {
        this.programme = programme;
        this.participant = participant;
        this.volunteer = volunteer;
        this.person = person;
        this.match = match;
    }

    void plan() {
        after(12, this::open);
    }

    private void open() {
        plan = programme.post("plans", Map.of("participant", person)).id();
        String law = begun(
                programme::post,
                "legal",
                "The form for the court is in by the end of the month. Her solicitor goes through it with her first.");
        String school = begun(programme::post, "other", SCHOOL);
        participant.act(section(school) + "/showing", Map.of("match", match));
        String solicitor = step(law, "Ask the solicitor for half an hour before the form goes in.", "COORDINATOR", 6);
        step(law, "Put the letters in the order of their days.", "PARTICIPANT", 14);
        after(5, () -> done(solicitor));
        after(9, () -> begun(participant, "own-words", "I want to say it once, calmly, and then go home."));
        after(15, this::walk);
        after(40, () -> programme.post(section(school) + "/wording", Map.of("words", NEXT_TERM, "version", "1")));
    }

    private void walk() {
        String beside = begun(
                volunteer,
                "peer-support",
                "We sit in on somebody else's hearing once, and have tea afterwards.",
                match);
        String seen = volunteer
                .act(
                        section(beside) + "/steps",
                        Map.of("words", "Ask the usher on which days the public may sit in.", "doer", "VOLUNTEER"))
                .id();
        after(10, () -> volunteer.act("plans/" + plan + "/steps/" + seen + "/done", Map.of("version", "0")));
    }

    private String begun(GoalStory.Voice by, String discipline, String words) {
        return by.act("plans/" + plan + "/sections", Map.of("discipline", discipline, "words", words))
                .id();
    }

    private String begun(GoalStory.Voice by, String discipline, String words, String in) {
        return by.act("plans/" + plan + "/sections", Map.of("discipline", discipline, "match", in, "words", words))
                .id();
    }

    private String step(String section, String words, String doer, int days) {
        return programme
                .post(
                        section(section) + "/steps",
                        Map.of(
                                "words",
                                words,
                                "doer",
                                doer,
                                "due",
                                programme.today().plusDays(days).toString()))
                .id();
    }

    private void done(String step) {
        programme.post("plans/" + plan + "/steps/" + step + "/done", Map.of("version", "0"));
    }

    private String section(String section) {
        return "plans/" + plan + "/sections/" + section;
    }

    private void after(int days, Runnable act) {
        programme.calendar().in(Duration.ofDays(days), act);
    }
}
