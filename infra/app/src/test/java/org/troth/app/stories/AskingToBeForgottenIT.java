package org.troth.app.stories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** Somebody asks on their phone to be forgotten, changes their mind, and asks again; the coordinator sees the day. */
@ExtendWith(Stage.class)
class AskingToBeForgottenIT {

    private static final SamplePerson PERSON = SamplePeople.MIYUKI;

    @Test
    void needsNoReasonAndIsTheirsToTakeBack(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator", Device.DESKTOP, Way.KEYBOARD));
        String participant = coordinator.enrolled(PERSON);
        Visitor phone = Person.of(cast, Device.PHONE, Way.KEYBOARD, participant).at();
        Visitor desk = coordinator.at();

        phone.goTo("/mine")
                .follow("Ask, or see what I asked")
                .press("Ask to be forgotten")
                .sees("You have asked us", "You get an answer by");
        desk.goTo("/worklist/erasure").sees(PERSON.name());
        desk.goTo("/participants/" + participant).sees("to be forgotten. Answer them by");

        phone.press("I changed my mind").sees("Ask us to forget").seesNot("You have asked us");
        desk.goTo("/participants/" + participant)
                .follow("They ask to be forgotten")
                .press("They asked for it")
                .sees("to be forgotten. Answer them by");
        phone.goTo("/erasures/mine").sees("You have asked us");
    }
}
