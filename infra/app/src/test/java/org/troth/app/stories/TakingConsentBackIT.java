package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePeople;
import org.troth.testkit.SamplePerson;

/** Withdrawal is prospective, immediate, and never blocks cleaning up (R1). */
@ExtendWith(Stage.class)
class TakingConsentBackIT {

    private static final SamplePerson PERSON = SamplePeople.TZVIYA;

    @Test
    void stopsTheNextReleaseAndRecallsTheLastAndBlocksNoClosing(Cast cast, @TempDir Path folder) throws IOException {
        Visitor at = cast.at("coordinator");
        Coordinator coordinator = new Coordinator(at);
        Directory directory = Directory.of("Quayside Advice");
        coordinator.importDirectory(Files.writeString(folder.resolve("directory.json"), directory.json()));
        String participant = coordinator.enrolled(PERSON);

        String sent = coordinator.offer(participant, directory);
        at.attempt("/referrals/" + sent + "/release");
        at.follow("Ask for a consent for this agency");
        String consent = coordinator.asked(List.of("Legal"));
        Person.of(cast, Device.PHONE, Way.MOUSE, participant).agrees(consent, "SHARING");
        coordinator.release(sent);
        String waiting = coordinator.offer(participant, directory);
        at.goTo("/referrals/" + waiting + "/release").sees("Send exactly this", PERSON.name());

        Visitor elsewhere = cast.at("coordinator");
        elsewhere.goTo("/consents/" + consent).press("Take it back");

        at.isRefused("release", 409).seesNot(PERSON.phone());
        assertThat(at.attempt("/referrals/" + waiting + "/release")).isEqualTo(200);
        at.seesNot(PERSON.name(), PERSON.phone());
        at.goTo("/referrals/" + sent).seesEventually("has still to be told").intend("closing");
        at.goTo("/worklist/recall").sees(PERSON.name());
        at.goTo("/referrals/" + sent)
                .follow("The recall notice")
                .sees("Quayside Advice", sent, "The person has now taken back their consent.")
                .seesNot(PERSON.name(), PERSON.phone());
        at.choose("How they were told", "Letter").press("They were told").sees("was told on");
        at.goTo("/referrals/" + waiting).intend("closing");
        at.goTo("/consents/" + consent).seesEventually("withdrawn");
        assertThat(at.offers("withdrawal")).isFalse();
    }
}
