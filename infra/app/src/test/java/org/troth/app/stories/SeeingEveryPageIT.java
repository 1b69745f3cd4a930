package org.troth.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.troth.app.stories.Stage.Cast;
import org.troth.testkit.SamplePerson;

/**
 * Every page of the product is met by somebody and looked at as {@link Accessibility} does: by following whatever is offered, by
 * sending every form empty, and by standing before what is refused. A page that nobody comes to ends the story.
 */
@ExtendWith(Stage.class)
class SeeingEveryPageIT {

    private static final SamplePerson PERSON = new SamplePerson(
            "Philippa Thornquist",
            "Thornquist",
            "+44 20 7946 0622",
            "philippa@thornquist.invalid",
            "9 Cobbler Row",
            "The hearing in Marlesham was moved twice.",
            "Marlesham");

    private final Set<String> met = new TreeSet<>();

    @Test
    void leavesNoneOut(Cast cast, @TempDir Path folder) throws Exception {
        coordinatorSeesTheThread(cast, folder);
        for (String account : List.of("coordinator", "participant", "volunteer", "auditor", "administrator")) {
            met.addAll(cast.at(account).followEverything("/"));
        }
        administratorInvites(cast);
        met.add("/sign-in");

        Set<String> pages = cast.troth().pages();
        Set<String> left = new TreeSet<>(pages);
        met.forEach(path -> left.remove(nearest(path, pages)));
        assertThat(left).as("pages that nobody came to").isEmpty();
    }

    @Test
    void saysWhyNot(Cast cast) throws Exception {
        Visitor nobody = cast.visitor(Device.DESKTOP, Way.MOUSE);
        nobody.goTo("/sign-in")
                .fill("Name or e-mail address", "nobody-here")
                .fill("Password", "wrong")
                .pressOnce("Sign in");
        Visitor coordinator = cast.at("coordinator");
        coordinator.standsBefore("/nothing-here", 404).standsBefore("/participants/" + UUID.randomUUID(), 404);
        cast.at("administrator").standsBefore("/participants", 403);
        try (AutoCloseable unused = cast.troth().refusingToRecord()) {
            coordinator.standsBefore("/participants", 503);
        }
    }

    /** A page of each kind that the demonstration may not hold just now, and every form of it with nothing in it. */
    private void coordinatorSeesTheThread(Cast cast, Path folder) throws Exception {
        Visitor at = cast.at("coordinator");
        Coordinator coordinator = new Coordinator(at);
        Directory directory = Directory.of("Saltmarsh Advice");
        coordinator.importDirectory(Files.writeString(folder.resolve("directory.json"), directory.json()));
        met.add(at.path());
        askedAgain(at, "/directory/imports", "imports");

        askedAgain(at, "/participants/new", "participants");
        String participant = coordinator.enquire(PERSON.story());
        askedAgain(at, "/participants/" + participant + "/closing", "closing");
        askedAgain(at, "/participants/" + participant + "/intake", "intake");
        askedAgain(at, "/participants/" + participant + "/contacts", "contacts");
        coordinator.takeIn(participant, PERSON);
        coordinator.reachSafely(participant, PERSON);
        coordinator.enrol(participant);
        at.goTo("/participants").search(PERSON.familyName()).search("nobody is called this");

        met.add(at.goTo("/worklist/intake").path());

        askedAgain(at, "/volunteers/new", "volunteers");
        String volunteer = coordinator.register(PERSON, 2);
        askedAgain(at, "/volunteers/" + volunteer + "/qualification", "qualification");
        askedAgain(at, "/volunteers/" + volunteer + "/capacity", "capacity");
        coordinator.qualify(volunteer);

        askedAgain(at, "/consents/new?participant=" + participant, "consents");
        coordinator.ask(participant, "finding somebody to walk beside you", List.of("Identity"));
        coordinator.recordYes();
        String match = coordinator.requestMatch(participant);
        coordinator.propose(match, volunteer);
        coordinator.noteAcceptance(match, "PARTICIPANT");
        coordinator.noteAcceptance(match, "VOLUNTEER");
        askedAgain(at, "/boundaries/new?match=" + match, "boundaries");
        String boundary = coordinator.setBoundary(match, "Volunteer", "Hours", "Calls until eight in the evening.");
        met.add(at.goTo("/boundaries/" + boundary).path());
        met.add(at.goTo("/boundaries/" + boundary + "/change").path());

        askedAgain(at, "/referrals/new?participant=" + participant, "referrals");
        String referral = coordinator.offer(participant, directory);
        at.standsBefore("/referrals/" + referral + "/release", 409).follow("Ask for a consent for this agency");
        coordinator.asked(List.of("Legal"));
        coordinator.recordYes();
        met.add(at.goTo("/referrals/" + referral + "/release").path());
        coordinator.release(referral);
        at.intend("acceptance");
        askedAgain(at, "/referrals/" + referral + "/outcome", "outcome");
    }

    private void administratorInvites(Cast cast) {
        Visitor at = cast.at("administrator");
        askedAgain(at, "/accounts/new", "accounts");
        String code =
                new Administrator(at).invite("sees-everything", "Auditor: reviews what was done and who looked", "");
        Visitor invited = cast.visitor(Device.DESKTOP, Way.MOUSE);
        askedAgain(invited, "/accounts/opening", "opening");
        Administrator.open(invited, "sees-everything", code);
        askedAgain(invited, "/accounts/mine", "password");
        invited.goTo("/accounts/mine").pressOnce("Make a token").sees("this is the only time it is shown");
    }

    private void askedAgain(Visitor visitor, String path, String intention) {
        visitor.isAskedAgain(path, intention);
        met.add(path.replaceAll("\\?.*", ""));
    }

    /** The page that an address belongs to: that with the fewest places for whatever varies, and the most that does not. */
    private static String nearest(String path, Set<String> pages) {
        return pages.stream()
                .filter(page -> path.matches(page.replace(".", "\\.").replace("{id}", "[^/]+")))
                .min(Comparator.<String>comparingInt(page -> page.split("\\{id}", -1).length)
                        .thenComparing(Comparator.comparingInt(String::length).reversed()))
                .orElse("");
    }
}
