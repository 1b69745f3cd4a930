package org.troth.app.stories;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** A young person says yes first and a guardian after them; either no stops it, and where the law lets them they decide alone. */
@ExtendWith(Stage.class)
class ComingOfAgeIT {

    private static final SamplePerson PERSON = SamplePeople.MIYUKI;

    @Test
    void needsTheirOwnYesFirstAndThenAGuardians(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator", Device.DESKTOP, Way.KEYBOARD));
        Visitor desk = coordinator.at();
        String participant = coordinator.enrolled(PERSON);
        desk.goTo("/participants/" + participant + "/others")
                .fill("Name", "Somebody at home")
                .choose("Who that is", "Parent")
                .choose("Why we need to know", "Helps them")
                .press("Save");
        desk.goTo("/participants/" + participant)
                .follow("Not of age?")
                .follow("They are not of age")
                .fill("The first day on which they are of age", LocalDate.now().plusYears(2))
                .press("Save")
                .sees("They come of age on");
        desk.follow("Check that they may say yes")
                .choose("By what they may", "Parent")
                .choose("How you checked it", "Birth record seen")
                .press("Save")
                .sees("Parent; checked: birth record seen");

        desk.goTo("/consents/new?participant=" + participant)
                .choose("being supported by the programme")
                .choose("Identity")
                .press("Go to the text");
        String consent = desk.id();
        desk.goTo("/youth/" + participant).seesNot("Guardian 1 says");

        Visitor phone = Person.of(cast, Device.PHONE, Way.KEYBOARD, participant).at();
        phone.goTo("/consents/" + consent)
                .sees("Notes about you", "You are asked first.")
                .choose("To help me, and for nothing else.")
                .choose("Yes, you still help me.")
                .choose("Yes, on any day.")
                .press("Check my answers")
                .press("Yes, I agree")
                .sees("This does not count now.");
        phone.goTo("/mine")
                .sees("Waits for a guardian")
                .follow("What this means")
                .sees("If you say no, it is no.");

        desk.goTo("/youth/" + participant)
                .follow("Guardian 1 says yes")
                .choose("They said it, and somebody else heard it")
                .choose("Who was there beside you", "Colleague")
                .fill("Language you spoke", "en")
                .choose("Nobody: we spoke the same language")
                .press("Save")
                .sees("Guardian 1 said yes", "In force");
        phone.goTo("/consents/" + consent + "/receipt").sees("Somebody who looks after you said yes, too.");

        desk.press("Guardian 1 says no").sees("A guardian said no");
        phone.goTo("/mine").sees("A guardian said no");

        desk.follow("The law lets them decide alone")
                .choose("Why the law lets them", "Guardian is other party")
                .press("Save")
                .sees("They decide alone about what helps them.", "In force")
                .seesNot("Guardian 1 says");
        phone.goTo("/youth/mine").sees("You decide alone").seesNot("other party");

        phone.goTo("/consents/" + consent).press("Take it back").sees("Withdrawn");
        desk.goTo("/participants/" + participant).sees("Withdrawn");
    }
}
