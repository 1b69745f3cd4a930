package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** The two who walk beside each other, each on a phone: what is theirs, a yes, a No, and a change that needs no reason. */
@ExtendWith(Stage.class)
class SigningInOnPhoneIT {

    private static final SamplePerson HER = SamplePeople.MIYUKI;
    private static final SamplePerson OTHER = new SamplePerson(
            "Ottoline Brambleworth",
            "Brambleworth",
            "+44 20 7946 0311",
            "ottoline@brambleworth.invalid",
            "14 Thistledown Mews",
            "The year of the eviction in Harrowmere I learned every bus line.",
            "Harrowmere");

    @Test
    void showsNamesOnlyAfterStartAndTakesYesAndNoAndChangeWithoutReason(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator"));
        Administrator administrator = new Administrator(cast.at("administrator"));
        String participant = coordinator.enrolled(HER);
        String volunteer = coordinator.qualified(OTHER, 9);
        String consent = coordinator.ask(participant, "finding somebody to walk beside you", List.of("Identity"));
        String research = coordinator.ask(participant, "research", List.of("Narrative"));
        Visitor her = Administrator.open(
                cast.visitor(Device.PHONE, Way.MOUSE),
                "her-phone",
                administrator.invite("her-phone", "Person of the programme: sees what is theirs", participant));
        Visitor other = Administrator.open(
                cast.visitor(Device.PHONE, Way.MOUSE),
                "other-phone",
                administrator.invite("other-phone", "Person of the programme: sees what is theirs", volunteer));

        her.goTo("/mine");
        new Person(her).agrees(consent, "MATCHING");
        her.goTo("/mine");
        her.goTo("/consents/" + research).press("No, I do not agree");
        assertThat(her.attempt("/participants/" + participant)).isIn(403, 404);

        her.goTo("/mine").intend("matches");
        String match = coordinator.at().goTo("/participants/" + participant).linked("/matches/");
        coordinator.propose(match, volunteer);
        other.goTo("/walks").seesNot(HER.name(), HER.familyName(), HER.phone());
        assertThat(other.offers("acceptance"))
                .as("a yes before the charter is read")
                .isFalse();
        other.follow("What a volunteer does").press("I have read this.");
        her.goTo("/mine").seesNot(OTHER.name(), OTHER.familyName(), OTHER.storyWord());
        other.goTo("/walks").intend("acceptance").seesNot(HER.name(), HER.familyName());
        her.goTo("/mine")
                .intend("acceptance")
                .sees(OTHER.name(), "Before you begin", "Please read what a volunteer does")
                .seesNot(OTHER.storyWord());
        other.goTo("/walks").sees(HER.name()).seesNot(HER.storyWord());

        other.goTo("/boundaries/new?match=" + match)
                .choose("What it is about", "Hours")
                .fill("In their words", "Calls until eight in the evening.")
                .press("Set the boundary");
        her.goTo("/mine").sees("Calls until eight in the evening.");
        String no = "matches/" + match + "/no";
        assertThat(her.asks(no)).as("what one is asked who says No").isZero();
        her.press("Say no to a request");
        her.goTo("/mine").intend(no);
        other.goTo("/walks");

        her.goTo("/consents/" + consent).press("Take it back");
        her.goTo("/mine");
        assertThat(her.asks("change"))
                .as("what one is asked who asks for a change")
                .isZero();
        her.intend("change");
        other.goTo("/walks").seesNot("asked for a change");
    }

    @Test
    void declinesWithoutReason(Cast cast) {
        Coordinator coordinator = new Coordinator(cast.at("coordinator"));
        SamplePerson person = SamplePeople.OLUWASEUN;
        String participant = coordinator.enrolled(person);
        Person.of(cast, Device.PHONE, Way.MOUSE, participant)
                .agrees(
                        coordinator.ask(participant, "finding somebody to walk beside you", List.of("Identity")),
                        "MATCHING");
        String volunteer = coordinator.qualified(person, 9);
        String match = coordinator.requestMatch(participant);
        coordinator.propose(match, volunteer);
        Visitor at = coordinator.at();
        at.goTo("/matches/" + match);
        assertThat(at.asks("declining")).as("what one is asked who declines").isZero();
        at.intend("declining", "side", "VOLUNTEER");
        assertThat(at.offers("end")).isFalse();
    }
}
