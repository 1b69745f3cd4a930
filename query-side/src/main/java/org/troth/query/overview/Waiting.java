package org.troth.query.overview;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of waiting on the worklist, in the order of the day. */
enum Waiting {
    CHANGE("Changes to arrange", "Somebody asked for a change: their right, without a reason.", null),
    OUTSIDE(
            "Outside the role, to be decided",
            "A volunteer was asked for something that is not theirs to do. Whether to refer is decided, never left.",
            null),
    RECALL(
            "Agencies to tell",
            "A consent was taken back. Give them the notice; it holds nothing about the person.",
            null),
    ERASURE("Asked to be forgotten", "They are answered within a month. They need no reason.", null),
    MERGE(
            "One person, or two",
            "A coordinator thinks that two records are of one person. Somebody else looks, too.",
            null),
    STEP("Next steps", "Somebody told something for the first time. Do next what they wished; ask for no story.", null),
    LIST("Waiting list", "They wait for somebody: the most urgent first, and then who asked first.", null),
    INTAKE("New enquiries", "They asked for help and wait for an intake.", Stage.ENQUIRY),
    ENROLMENT("Ready to enrol", "The intake is done.", Stage.INTAKE),
    REQUEST(
            "Enrolled, no match asked for",
            "Ask whether they would like somebody to walk beside them.",
            Stage.ENROLLED),
    PROPOSAL("Looking for somebody", "They wait for a proposal.", Stage.REQUESTED),
    ANSWER("Proposals without both answers", "One or both have not answered yet.", Stage.PROPOSED),
    CONSENT("Consents that end soon", "They end within fourteen days. Ask again; silence renews nothing.", null),
    AGE(
            "Came of age: ask anew",
            "What a guardian had said yes to ended on their day. Ask them themselves; nothing goes on by itself.",
            null),
    REFERRAL("Referrals without an answer", "The agency has not answered.", null),
    AFTERWARDS(
            "To be asked how they are",
            "Support has ended, and they wish to be asked once: by the way they chose, and no other.",
            null),
    CHARTER(
            "The role not read yet",
            "One side of a match has not said that they read what a volunteer does. Nobody can say it for them.",
            null);

    private final String title;
    private final String why;
    private final @Nullable Stage stage;

    Waiting(String title, String why, @Nullable Stage stage) {
        this.title = title;
        this.why = why;
        this.stage = stage;
    }

    String title() {
        return title;
    }

    String why() {
        return why;
    }

    /** The stage in which a case waits so; absent where something else decides. */
    @Nullable
    Stage stage() {
        return stage;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Waiting named(String key) {
        for (Waiting each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return null;
    }
}
