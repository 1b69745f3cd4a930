package org.troth.app.stories;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** Somebody was entered twice: one coordinator finds it, another looks as well, and later it turns out that they were two. */
@ExtendWith(Stage.class)
class MergingRecordsIT {

    private static final SamplePerson PERSON = SamplePeople.MIYUKI;
    private static final String PASSWORD = "nine lanterns on the quay";

    @Test
    void takesTwoToJoinAndOneToPart(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator", Device.DESKTOP, Way.KEYBOARD));
        String kept = coordinator.enrolled(PERSON);
        String twice = coordinator.enquire(PERSON.story());
        coordinator.takeIn(twice, PERSON);
        Visitor desk = coordinator.at();

        desk.goTo("/participants/" + kept).follow("Entered twice?").sees("Look for another record");
        desk.goTo("/merges/" + kept + "/" + twice).sees(PERSON.name(), "This record", "The other record");
        desk.goTo("/merges/reason?kept=" + kept + "&merged=" + twice)
                .choose("Why do you think so?", "Same papers")
                .press("Ask somebody else to look")
                .sees("Somebody else has to look at them, too")
                .seesNot("Yes, one person");

        Visitor another = another(cast);
        another.goTo("/worklist/merge").sees(PERSON.name());
        another.goTo("/merges/" + kept + "/" + twice).press("Yes, one person").sees("The two are one person since");

        desk.goTo("/participants/" + twice)
                .follow("Go to the record that is followed")
                .sees("This person has another record");
        desk.goTo("/merges/" + kept + "/" + twice)
                .press("They are two people: take it back")
                .sees("If they are two people");
        desk.goTo("/participants/" + kept).seesNot("This person has another record");
    }

    /** A second coordinator, with an account of their own. */
    private static Visitor another(Cast cast) {
        RunningTroth troth = cast.troth();
        String name = "desk-" + UUID.randomUUID();
        String code = new Somebody(
                        troth.origin(), "administrator", troth.password("administrator"), troth.token("administrator"))
                .act("/accounts", Map.of("name", name, "roles", List.of("COORDINATOR")))
                .path("code")
                .asString();
        Somebody.stranger(troth.origin())
                .act("/accounts/opening", Map.of("name", name, "code", code, "password", PASSWORD));
        return cast.visitor(Device.PHONE, Way.WITHOUT_SCRIPT).signIn(name, PASSWORD);
    }
}
