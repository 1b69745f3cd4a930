package org.troth.query.overview;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of waiting on the worklist, in the order of the day. What each is called, and why it waits, stands in the message files. */
enum Waiting {
    CHANGE(null),
    OUTSIDE(null),
    RECALL(null),
    ERASURE(null),
    MERGE(null),
    CORRECTION(null),
    STEP(null),
    WITHDRAWN(null),
    LIST(null),
    INTAKE(Stage.ENQUIRY),
    ENROLMENT(Stage.INTAKE),
    REQUEST(Stage.ENROLLED),
    PROPOSAL(Stage.REQUESTED),
    ANSWER(Stage.PROPOSED),
    CONSENT(null),
    AGE(null),
    ANEW(null),
    REFERRAL(null),
    AFTERWARDS(null),
    CHARTER(null);

    private final @Nullable Stage stage;

    Waiting(@Nullable Stage stage) {
        this.stage = stage;
    }

    String title(Said said) {
        return said.of("query.overview.waiting.title." + key());
    }

    String why(Said said) {
        return said.of("query.overview.waiting.why." + key());
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
