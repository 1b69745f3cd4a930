package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** The coordinator's thread from an import to a closed referral: with a mouse, with the keyboard alone, and without scripts. */
@ExtendWith(Stage.class)
class WalkingThreadIT {

    private static final List<SamplePerson> PARTICIPANTS =
            List.of(SamplePeople.ZEBEDIAH, SamplePeople.WLADYSLAWA, SamplePeople.NURAN);
    private static final List<SamplePerson> VOLUNTEERS =
            List.of(SamplePeople.FIONNUALA, SamplePeople.THUY, SamplePeople.OLUWASEUN);

    @ParameterizedTest
    @EnumSource(Way.class)
    void leadsFromImportToClosedReferral(Way way, Cast cast, @TempDir Path folder) throws IOException {
        SamplePerson person = PARTICIPANTS.get(way.ordinal());
        SamplePerson companion = VOLUNTEERS.get(way.ordinal());
        Visitor at = cast.at("coordinator", Device.DESKTOP, way);
        Coordinator coordinator = new Coordinator(at);

        Directory directory = Directory.of("Wharf Law Centre " + way.ordinal());
        Path file = Files.writeString(folder.resolve("directory.json"), directory.json());
        coordinator.importDirectory(file);
        at.sees("Imported.", "Added");
        coordinator.importDirectory(file);
        at.sees("Imported.", "Unchanged");
        at.goTo("/directory").sees(directory.agency());

        String participant = coordinator.enquire(person.story());
        coordinator.takeIn(participant, person);
        at.sees(person.name());
        coordinator.reachSafely(participant, person);
        at.sees(person.phone());
        coordinator.enrol(participant);
        Person her = Person.of(cast, Device.PHONE, way, participant);
        her.agrees(
                coordinator.ask(participant, "finding somebody to walk beside you", List.of("Identity")), "MATCHING");
        her.agrees(
                coordinator.ask(participant, "being supported by the programme", List.of("Identity", "Contact")),
                "SUPPORT");

        String volunteer = coordinator.qualified(companion, 9);
        String match = coordinator.requestMatch(participant);
        coordinator.propose(match, volunteer);
        coordinator.noteAcceptance(match, "VOLUNTEER");
        her.accepts();
        coordinator.setBoundary(match, "Volunteer", "Hours", "Calls until eight in the evening.");

        String referral = coordinator.offer(participant, directory);
        assertThat(at.attempt("/referrals/" + referral + "/release")).isEqualTo(200);
        at.seesNot(person.name()).follow("Ask for a consent for this agency").sees(directory.agency());
        her.agrees(coordinator.asked(List.of("Legal")), "SHARING");
        at.goTo("/referrals/" + referral + "/release").sees(person.name(), person.phone(), directory.agency());
        at.press("Send exactly this");
        at.intend("acceptance");
        coordinator.recordOutcome(referral, "Helped", "A lawyer came along.");
        at.goTo("/referrals/" + referral).intend("closing");
        assertThat(at.offers("closing")).isFalse();

        at.goTo("/participants/" + participant).sees(person.name(), person.phone());
        at.goTo("/participants").search(person.familyName()).sees(person.name()).seesNot(companion.familyName());
    }
}
