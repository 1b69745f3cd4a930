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

    @Test
    void isTakenAwayByAColleagueWhereItWasNotedByMistake(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator", Device.DESKTOP, Way.WITHOUT_SCRIPT));
        String participant = coordinator.enrolled(SamplePeople.MIYUKI);
        Visitor desk = coordinator.at();
        desk.goTo("/participants/" + participant)
                .follow("They ask to be forgotten")
                .press("They asked for it")
                .follow("It was noted by mistake")
                .choose("What was the mistake", "Another person asked")
                .isRefused("mistake", 409, "You noted this yourself");

        Administrator administrator = new Administrator(cast.at("administrator"));
        String code = administrator.invite("looks-again", "Coordinator: runs the programme day by day", "");
        Visitor colleague = Administrator.open(cast.visitor(Device.PHONE, Way.WITHOUT_SCRIPT), "looks-again", code);
        colleague
                .goTo("/participants/" + participant)
                .follow("It was noted by mistake")
                .choose("What was the mistake", "Another person asked")
                .press("It was a mistake")
                .seesNot("to be forgotten. Answer them by");
        desk.goTo("/participants/" + participant).sees("They ask to be forgotten");
    }
}
