package org.troth.app.stories;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.troth.app.RightAnswers;
import org.troth.app.stories.Stage.Cast;

/** What a participant does with their own account: nobody else can agree for them. */
final class Person {

    private static final String PASSWORD = "twelve herons by the weir";

    private final Visitor at;

    Person(Visitor at) {
        this.at = at;
    }

    /** Somebody who was invited and has opened their account. */
    static Person of(Cast cast, Device device, Way way, String participant) {
        RunningTroth troth = cast.troth();
        String name = "own-" + UUID.randomUUID();
        String code = new Somebody(
                        troth.origin(), "administrator", troth.password("administrator"), troth.token("administrator"))
                .act("/accounts", Map.of("name", name, "roles", List.of("PARTICIPANT"), "person", participant))
                .path("code")
                .asString();
        Somebody.stranger(troth.origin())
                .act("/accounts/opening", Map.of("name", name, "code", code, "password", PASSWORD));
        return new Person(cast.visitor(device, way).signIn(name, PASSWORD));
    }

    Visitor at() {
        return at;
    }

    /** Reads the text, answers the questions about it, and says yes. */
    void agrees(String consent, String purpose) {
        understands(consent, purpose);
        at.press("Yes, I agree");
    }

    /** Says yes to whoever is proposed. */
    void accepts() {
        at.goTo("/mine").intend("acceptance");
    }

    void understands(String consent, String purpose) {
        at.goTo("/consents/" + consent);
        RightAnswers.wordsOf(purpose).forEach(at::choose);
        at.press("Check my answers");
    }
}
