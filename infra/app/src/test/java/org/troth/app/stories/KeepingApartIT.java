package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** Somebody keeps a volunteer away, by name and by a No, and changes their mind; the programme learns neither why nor who. */
@ExtendWith(Stage.class)
class KeepingApartIT {

    private static final SamplePerson PERSON = SamplePeople.MIYUKI;
    private static final SamplePerson WALKER = SamplePeople.OLUWASEUN;

    @Test
    void holdsUntilWhoeverWishedItTakesItBackOnTheirPhone(Cast cast) {
        RunningTroth troth = cast.troth();
        Somebody programme =
                new Somebody(troth.origin(), "coordinator", troth.password("coordinator"), troth.token("coordinator"));
        Coordinator coordinator = new Coordinator(cast.at("coordinator"));
        String participant = coordinator.enrolled(PERSON);
        String volunteer = coordinator.qualified(WALKER, 9);
        Visitor phone = Person.of(cast, Device.PHONE, Way.MOUSE, participant).at();

        phone.goTo("/mine")
                .follow("My list of names")
                .sees("There is no name on it.")
                .follow("Add a name")
                .choose("Somebody I know, or do not want to meet here")
                .fill("The name", WALKER.name())
                .press("Keep away")
                .sees(WALKER.name(), "Known person, since");
        String match = coordinator.requestMatch(participant);
        isNotSuitable(programme, match, volunteer);

        phone.goTo("/conflicts").press("Take it off").sees("There is no name on it.");
        coordinator.propose(match, volunteer);
        phone.goTo("/mine").press("No, thank you").sees("Not again", "You said no to somebody on");
        isNotSuitable(programme, match, volunteer);
        coordinator.at().goTo("/matches/" + match).press("They no longer look for somebody");
        String next = coordinator.requestMatch(participant);
        isNotSuitable(programme, next, volunteer);

        phone.goTo("/mine").press("I do not mind any more").seesNot("Not again");
        coordinator.propose(next, volunteer);
        coordinator.at().goTo("/participants/" + participant).seesNot("no longer minds", "own list");
    }

    private static void isNotSuitable(Somebody programme, String match, String volunteer) {
        assertThatThrownBy(() -> programme.act("/matches/" + match + "/proposal", Map.of("volunteer", volunteer)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("409")
                .hasMessageContaining("Not suitable: conflict.")
                .hasMessageNotContaining(WALKER.name())
                .hasMessageNotContaining(PERSON.name());
    }
}
