package org.troth.app.stories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** It is weighed with somebody whether this is the right help; they wait, and see since when on their own phone. */
@ExtendWith(Stage.class)
class WaitingForSomebodyIT {

    private static final SamplePerson PERSON = SamplePeople.MIYUKI;

    @Test
    void isWeighedListedByUrgencyAndShownToThePersonWithoutAPlaceInARow(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator", Device.DESKTOP, Way.KEYBOARD));
        Visitor desk = coordinator.at();
        String participant = coordinator.enrolled(PERSON);
        desk.goTo("/participants/" + participant)
                .follow("Weigh it")
                .choose("This is the right help")
                .choose("Why", "Fits our work")
                .choose("Nobody stands by them")
                .choose("Yes, they feel it")
                .press("Record")
                .sees("The right help", "Fits our work", "None", "Felt");
        desk.follow("Waiting list")
                .choose("Urgent: days")
                .isRefused("waiting", 409, "Where it is urgent, say what is done for them meanwhile.");
        desk.choose("Urgent: days")
                .choose("What is done meanwhile", "Call today")
                .press("Put them on the list")
                .sees("Urgent", "Call today", "on the list since");
        desk.goTo("/worklist/list").sees(PERSON.name(), "Urgent");

        Administrator administrator = new Administrator(cast.at("administrator"));
        Visitor phone = Administrator.open(
                cast.visitor(Device.PHONE, Way.MOUSE),
                "waits-on-a-phone",
                administrator.invite("waits-on-a-phone", "Person of the programme: sees what is theirs", participant));
        phone.goTo("/mine").sees("We have you on our list since").seesNot("Urgent", "Fits our work");
    }
}
