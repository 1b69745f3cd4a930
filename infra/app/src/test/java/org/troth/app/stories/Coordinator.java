package org.troth.app.stories;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.troth.testkit.SamplePerson;

/** What a coordinator does, each act in the pages it takes. Acts answer with the identifier of what came about. */
final class Coordinator {

    private final Visitor at;

    Coordinator(Visitor at) {
        this.at = at;
    }

    Visitor at() {
        return at;
    }

    String enquire(String words) {
        at.goTo("/participants/new")
                .choose("Kind of matter", "Housing")
                .fill("What they said", words)
                .press("Record the enquiry");
        return at.id();
    }

    void takeIn(String participant, SamplePerson person) {
        at.goTo("/participants/" + participant + "/intake")
                .fill("Name", person.name())
                .choose("Kind of matter", "Housing")
                .choose("Company")
                .choose("Court day")
                .fill("Note", person.story())
                .press("Complete the intake");
    }

    /** The same for somebody who asked without a name and tells their code. */
    void takeIn(String participant, SamplePerson person, String code) {
        at.goTo("/participants/" + participant + "/intake")
                .fill("Their code", code)
                .fill("Name", person.name())
                .choose("Kind of matter", "Housing")
                .pressOnce("Complete the intake");
    }

    void reachSafely(String participant, SamplePerson person) {
        at.goTo("/participants/" + participant + "/contacts")
                .choose("Phone")
                .fill("Number or address", person.phone())
                .fill("What to mind", "Only before noon.")
                .press("Use this from now on");
    }

    void enrol(String participant) {
        at.goTo("/participants/" + participant).intend("enrolment");
    }

    /** From enquiry to enrolment, with a safe way to reach them. */
    String enrolled(SamplePerson person) {
        String participant = enquire(person.story());
        takeIn(participant, person);
        reachSafely(participant, person);
        enrol(participant);
        return participant;
    }

    /** Asks; the person has not answered. */
    String ask(String participant, String purpose, List<String> classes) {
        at.goTo("/consents/new?participant=" + participant).choose(purpose);
        return asked(classes);
    }

    /** Completes the question that is open. */
    String asked(List<String> classes) {
        classes.forEach(at::choose);
        at.fill("Last day", LocalDate.now().plusDays(90)).press("Go to the text");
        return at.id();
    }

    String register(SamplePerson person, int capacity) {
        at.goTo("/volunteers/new")
                .fill("Name", person.name())
                .fill("How to reach them", person.phone())
                .choose("Housing")
                .fill("How many people at a time, at most", Integer.toString(capacity))
                .fill("Their own experience, in their words", person.story())
                .press("Register");
        return at.id();
    }

    void qualify(String volunteer) {
        at.goTo("/volunteers/" + volunteer + "/qualification")
                .fill("Last day", LocalDate.now().plusDays(200))
                .press("Record");
    }

    String qualified(SamplePerson person, int capacity) {
        String volunteer = register(person, capacity);
        qualify(volunteer);
        return volunteer;
    }

    String requestMatch(String participant) {
        at.goTo("/participants/" + participant).intend("matches");
        return at.id();
    }

    void propose(String match, String volunteer) {
        at.goTo("/matches/" + match).intend("proposal", "volunteer", volunteer);
    }

    void noteAcceptance(String match, String side) {
        at.goTo("/matches/" + match).intend("acceptance", "side", side);
    }

    /** Both have said yes to the coordinator. */
    String matched(String participant, String volunteer) {
        String match = requestMatch(participant);
        propose(match, volunteer);
        noteAcceptance(match, "PARTICIPANT");
        noteAcceptance(match, "VOLUNTEER");
        return match;
    }

    String setBoundary(String match, String side, String topic, String words) {
        at.goTo("/boundaries/new?match=" + match)
                .choose(side)
                .choose("What it is about", topic)
                .fill("In their words", words)
                .press("Set the boundary");
        return at.id();
    }

    String offer(String participant, Directory directory) {
        String list = "/directory?participant=" + participant;
        at.goTo(list);
        // The more others imported, the further back it stands.
        for (int page = 2; page < 20 && at.page().getByText(directory.service()).count() == 0; page++) {
            at.goTo(list + "&page=" + page);
        }
        at.followWhere(directory.service(), "/referrals/new")
                .sees(directory.service())
                .choose("What for", "Court day")
                .press("Offer it");
        return at.id();
    }

    void release(String referral) {
        at.goTo("/referrals/" + referral + "/release").press("Send exactly this");
    }

    void recordOutcome(String referral, String outcome, String words) {
        at.goTo("/referrals/" + referral + "/outcome")
                .choose(outcome)
                .fill("Note", words)
                .press("Record it");
    }

    void importDirectory(Path file) {
        at.goTo("/directory/imports").upload("File or files", file).pressOnce("Import");
    }
}
