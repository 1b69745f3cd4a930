package org.troth.app.stories;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** Somebody wishes to be asked once after the end, and stops; the match ends by itself; they begin again when they want. */
@ExtendWith(Stage.class)
class EndingSupportIT {

    private static final SamplePerson PERSON = SamplePeople.MIYUKI;
    private static final SamplePerson BESIDE = SamplePeople.OLUWASEUN;

    @Test
    void isThePersonsOwnToDoAndToUndoOnAPhone(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator", Device.DESKTOP, Way.KEYBOARD));
        String participant = coordinator.enrolled(PERSON);
        String match = coordinator.matched(participant, coordinator.qualified(BESIDE, 9));

        Administrator administrator = new Administrator(cast.at("administrator"));
        Visitor phone = Administrator.open(
                cast.visitor(Device.PHONE, Way.MOUSE),
                "stops-on-a-phone",
                administrator.invite("stops-on-a-phone", "Person of the programme: sees what is theirs", participant));
        phone.goTo("/mine")
                .sees("After the end we do not ask how you are, unless you wish it.")
                .follow("Ask me how I am")
                .fill("From which day", LocalDate.now().plusDays(30))
                .choose("Email")
                .isRefused("follow-up", 409, "This way is not known as safe.");
        phone.fill("From which day", LocalDate.now().plusDays(30))
                .choose("Phone")
                .press("Yes, ask me")
                .sees("We may ask you once how you are");
        phone.follow("I want to stop")
                .sees("You need no reason.")
                .press("Stop now")
                .sees("Support has ended", "Begin again")
                .seesEventually("nobody walks beside you now");

        Visitor desk = coordinator.at();
        desk.goTo("/participants/" + participant)
                .sees("Closed", "their wish", "and no other way")
                .seesNot("End support", "They were asked");
        desk.goTo("/matches/" + match).sees("Ended");

        phone.goTo("/mine").press("Begin again").sees("I want to stop").seesNot("Begin again", "Do not ask me");
        desk.goTo("/participants/" + participant)
                .follow("End support")
                .choose("Why", "Support complete")
                .press("End support")
                .sees("support complete", "Do not ask.");
    }

    @Test
    void isBesideWhatWasToldForTheFirstTimeAndWhoIsNamed(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator", Device.DESKTOP, Way.KEYBOARD));
        Visitor desk = coordinator.at();
        String participant = coordinator.enrolled(PERSON);
        desk.goTo("/participants/" + participant)
                .follow("Note it")
                .choose("A volunteer")
                .choose("What they wish to be done next", "Talk again")
                .press("Note it")
                .sees("heard by: volunteer", "Next: talk again");
        desk.goTo("/worklist/step").sees(PERSON.name());
        desk.goTo("/participants/" + participant).press("This was done").sees("Done");
        desk.follow("Name somebody")
                .fill("Name", "Teo")
                .choose("Who that is", "Child")
                .choose("Why we need to know", "Comes along")
                .press("Save")
                .sees("Teo", "child: comes along");
        desk.press("Take out").seesNot("Teo").sees("Nobody is named.");
    }
}
