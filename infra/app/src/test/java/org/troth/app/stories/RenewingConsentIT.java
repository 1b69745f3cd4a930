package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** A consent that ends soon is on both pages, and is renewed by a new question and a new yes alone. */
@ExtendWith(Stage.class)
class RenewingConsentIT {

    private static final SamplePerson PERSON = SamplePeople.FIONNUALA;

    @Test
    void isAskedForAnewFromTheWorklistOrByThePersonAndLeavesTheEarlierOneAsItIs(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator"));
        Visitor at = coordinator.at();
        String participant = coordinator.enrolled(PERSON);
        at.goTo("/consents/new?participant=" + participant)
                .choose("being supported by the programme")
                .choose("Identity")
                .fill("Last day", LocalDate.now().plusDays(3))
                .press("Go to the text");
        String earlier = at.id();
        Person her = Person.of(cast, Device.PHONE, Way.MOUSE, participant);
        her.agrees(earlier, "SUPPORT");

        at.goTo("/participants/" + participant).sees("ends soon: ask again");
        her.at()
                .goTo("/mine")
                .follow("This ends soon: ask me again")
                .fill("Last day of the new one", LocalDate.now().plusDays(90))
                .press("Go to the text");
        String anew = her.at().id();
        assertThat(anew).isNotEqualTo(earlier);
        her.at().goTo("/consents/" + earlier).sees("Given");
        her.agrees(anew, "SUPPORT");
        her.at().goTo("/mine").seesNot("This ends soon");
        at.goTo("/participants/" + participant).seesNot("ends soon: ask again");
        at.goTo("/consents/" + anew + "/renewal").isRefused("renewal", 409, "in its last fourteen days");
    }
}
