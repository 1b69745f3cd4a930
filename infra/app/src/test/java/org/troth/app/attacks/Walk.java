package org.troth.app.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.troth.app.RightAnswers;
import org.troth.testkit.SamplePerson;
import tools.jackson.databind.JsonNode;

/**
 * The thread, walked through by API with words that occur nowhere else: a participant and a volunteer come, consent is given, they
 * are matched, boundaries are set, they meet, a goal is shown, a referral goes out. Every field that can hold words holds some.
 */
final class Walk {

    /** How many accounts were opened under a name; the first is called by it alone. */
    private static final Map<String, Integer> ACCOUNTS = new ConcurrentHashMap<>();

    private static final String PASSWORD = "tangled kettle under lantern 42";

    final Caller coordinator;
    final Caller administrator;
    final SamplePerson helped;
    final SamplePerson helping;
    String participant = "";
    String volunteer = "";
    String match = "";
    String boundary = "";
    String encounter = "";
    String outside = "";
    String presence = "";
    String goal = "";
    String plan = "";
    String section = "";
    String supporting = "";
    String sharing = "";
    String referral = "";
    String note = "";
    String receipt = "";
    String participantAccount = "";
    String volunteerAccount = "";
    String participantToken = "";
    String volunteerToken = "";
    private final ChildTroth troth;

    private Walk(ChildTroth troth, SamplePerson helped, SamplePerson helping) {
        this.troth = troth;
        this.coordinator = troth.program("coordinator");
        this.administrator = troth.program("administrator");
        this.helped = helped;
        this.helping = helping;
    }

    /** Somebody with words of no weight, for walks whose words are not looked for. */
    static SamplePerson somebody(String number) {
        return new SamplePerson(
                "Somebody " + number,
                "Somebody " + number,
                "0113 496 0000",
                "x@example.org",
                "a place",
                "A day.",
                "day");
    }

    /** As far as the matched pair with its boundaries. */
    static Walk together(ChildTroth troth, SamplePerson helped, SamplePerson helping) {
        Walk walk = new Walk(troth, helped, helping);
        walk.volunteerComes();
        walk.participantComes();
        walk.match();
        walk.bound();
        walk.meet();
        walk.askOutside();
        walk.hope();
        walk.plan();
        return walk;
    }

    /** To a packet sent, on a consent to share. */
    static Walk untilSent(ChildTroth troth, SamplePerson helped, SamplePerson helping) {
        Walk walk = together(troth, helped, helping);
        walk.refer();
        walk.release().expect(200);
        walk.deliver();
        walk.askWithoutName();
        return walk;
    }

    /** A link and a code for the agency, as the request that opens what was sent says them. */
    Map<String, String> opening() {
        JsonNode made = coordinator
                .post("/referrals/" + referral + "/openings", Map.of())
                .expect(201)
                .json();
        return Map.of(
                "link", made.path("link").asString(), "code", made.path("code").asString());
    }

    /** The agency opens what was sent, and says in words what came of it. */
    private void deliver() {
        Caller stranger = Caller.stranger(troth.origin());
        Answer opened = stranger.post("/deliveries/opening", opening()).expect(200);
        assertThat(opened.json().path("packet").asString()).contains(helped.name());
        String sitting = opened.json().path("sitting").asString();
        stranger.post("/deliveries/acceptance", Map.of("sitting", sitting)).expect(200);
        stranger.post(
                        "/deliveries/outcome",
                        Map.of("sitting", sitting, "outcome", "PARTLY_HELPED", "words", helped.storyWord()))
                .expect(200);
    }

    /** Somebody else leaves a note without a name, in words of the same person, and is answered. */
    private void askWithoutName() {
        Caller stranger = Caller.stranger(troth.origin());
        receipt = stranger.post("/notes", Map.of("matter", "family", "language", "en", "words", helped.story()))
                .expect(201)
                .json()
                .path("code")
                .asString();
        note = coordinator
                .post("/participants/code", Map.of("code", receipt))
                .expect(200)
                .id();
        coordinator
                .post("/participants/" + note + "/answers", Map.of("words", helped.place()))
                .expect(200);
        stranger.post("/notes/words", Map.of("code", receipt, "words", helped.storyWord()))
                .expect(200);
        stranger.post("/notes/contacts", Map.of("code", receipt, "channel", "PHONE", "address", helped.phone()))
                .expect(200);
        assertThat(stranger.post("/notes/reading", Map.of("code", receipt))
                        .expect(200)
                        .text())
                .contains(helped.place());
    }

    private void volunteerComes() {
        volunteer = coordinator
                .post(
                        "/volunteers",
                        Map.of(
                                "name", helping.name(),
                                "contact", helping.phone() + " or " + helping.email() + ", " + helping.place(),
                                "livedExperience", helping.story(),
                                "matters", List.of("family"),
                                "languages", List.of("en"),
                                "capacity", "3"))
                .expect(201)
                .id();
        coordinator
                .post("/volunteers/" + volunteer + "/qualification", Map.of("lastDay", inDays(300)))
                .expect(200);
        Answer opened = account(helping.familyName(), "VOLUNTEER", volunteer);
        volunteerAccount = opened.id();
        volunteerToken = opened.json().path("token").asString();
    }

    private void participantComes() {
        participant = enquire(coordinator, helped).expect(201).id();
        coordinator
                .post(
                        "/participants/" + participant + "/intake",
                        Map.of(
                                "name",
                                helped.name(),
                                "matter",
                                "family",
                                "language",
                                "en",
                                "needs",
                                List.of("company"),
                                "note",
                                helped.story() + " " + helped.place()))
                .expect(200);
        coordinator
                .post(
                        "/participants/" + participant + "/contacts",
                        Map.of("channel", "PHONE", "address", helped.phone(), "advice", helped.storyWord()))
                .expect(200);
        coordinator
                .post(
                        "/participants/" + participant + "/contacts",
                        Map.of("channel", "EMAIL", "address", helped.email()))
                .expect(200);
        coordinator
                .post("/participants/" + participant + "/enrolment", Map.of())
                .expect(200);
        Answer opened = account(helped.familyName(), "PARTICIPANT", participant);
        participantAccount = opened.id();
        participantToken = opened.json().path("token").asString();
    }

    static Answer enquire(Caller coordinator, SamplePerson person) {
        return coordinator.post("/participants", Map.of("matter", "family", "language", "en", "words", person.story()));
    }

    /** Two walks through one product may be of people with the same name; each account has one of its own. */
    private Answer account(String familyName, String role, String person) {
        int before = ACCOUNTS.merge(familyName, 1, Integer::sum);
        String name = before == 1 ? familyName : familyName + "-" + before;
        String code = administrator
                .post("/accounts", Map.of("name", name, "roles", List.of(role), "person", person))
                .expect(201)
                .json()
                .path("code")
                .asString();
        return Caller.stranger(troth.origin())
                .post("/accounts/opening", Map.of("name", name, "code", code, "password", PASSWORD, "token", true))
                .expect(200);
    }

    private void match() {
        supporting = consent("SUPPORT", List.of("IDENTITY", "CONTACT", "NARRATIVE"));
        consent("MATCHING", List.of("IDENTITY"));
        match = asParticipant()
                .post("/matches", Map.of("participant", participant))
                .expect(201)
                .id();
        coordinator
                .post(
                        "/matches/" + match + "/proposal",
                        Map.of("volunteer", volunteer, "reasons", List.of("same-matter")))
                .expect(200);
        asVolunteer()
                .post(
                        "/charter/acknowledgement",
                        Map.of(
                                "version",
                                asVolunteer()
                                        .get("/api/v1/charter")
                                        .expect(200)
                                        .json()
                                        .path("version")
                                        .asInt(),
                                "language",
                                "en"))
                .expect(200);
        asVolunteer().post("/matches/" + match + "/acceptance", Map.of()).expect(200);
        asParticipant().post("/matches/" + match + "/acceptance", Map.of()).expect(200);
    }

    private void bound() {
        boundary = asParticipant()
                .post("/boundaries", Map.of("match", match, "topic", "STORY", "words", helped.story()))
                .expect(201)
                .id();
        asVolunteer()
                .post("/boundaries", Map.of("match", match, "topic", "PLACE", "words", helping.place()))
                .expect(201);
    }

    private void meet() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Europe/London"));
        encounter = asVolunteer()
                .post(
                        "/encounters",
                        Map.of(
                                "match", match,
                                "day", now.toLocalDate().toString(),
                                "time",
                                        now.toLocalTime()
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .toString(),
                                "minutes", "40",
                                "medium", "in-person",
                                "support", List.of("practical", "emotional"),
                                "acts", List.of("none"),
                                "note", helped.story() + " " + helped.place(),
                                "reflection", helping.story()))
                .expect(201)
                .id();
    }

    /** Something is asked of the volunteer that is not their part. */
    private void askOutside() {
        outside = asVolunteer()
                .post("/charter/outside", Map.of("match", match, "kind", "legal-advice", "note", helped.story()))
                .expect(201)
                .id();
    }

    private void hope() {
        presence = asVolunteer()
                .post("/presences", Map.of("match", match, "guest", "TRAINEE", "day", inDays(2)))
                .expect(201)
                .id();
        goal = asParticipant()
                .post("/goals", Map.of("about", "confidence", "words", helped.place()))
                .expect(201)
                .id();
        asParticipant()
                .post("/goals/" + goal + "/wording", Map.of("about", "confidence", "words", helped.story()))
                .expect(200);
        asParticipant().post("/goals/" + goal + "/rating", Map.of("rating", 4)).expect(200);
        asParticipant()
                .post("/goals/" + goal + "/showing", Map.of("match", match))
                .expect(200);
    }

    private void plan() {
        plan = coordinator
                .post("/plans", Map.of("participant", participant))
                .expect(201)
                .id();
        String sections = "/plans/" + plan + "/sections";
        section = coordinator
                .post(sections, Map.of("discipline", "legal", "words", helped.story()))
                .expect(201)
                .id();
        coordinator
                .post(sections + "/" + section + "/wording", Map.of("words", helped.place(), "version", 1))
                .expect(200);
        coordinator
                .post(sections + "/" + section + "/steps", Map.of("words", helped.place(), "doer", "PARTICIPANT"))
                .expect(201);
        asParticipant()
                .post(sections, Map.of("discipline", "own-words", "words", helped.story()))
                .expect(201);
        asVolunteer()
                .post(sections, Map.of("discipline", "peer-support", "match", match, "words", helped.story()))
                .expect(201);
        asParticipant()
                .post(sections + "/" + section + "/showing", Map.of("match", match))
                .expect(200);
    }

    private void refer() {
        String[] listed = troth.record()
                .texts("select id || ' ' || agency from views.service where status = 'active' order by name limit 1")
                .iterator()
                .next()
                .split(" ");
        referral = coordinator
                .post("/referrals", Map.of("participant", participant, "service", listed[0], "need", "court-day"))
                .expect(201)
                .id();
        sharing = ask(Map.of(
                "participant",
                participant,
                "purpose",
                "SHARING",
                "agency",
                listed[1],
                "classes",
                List.of("IDENTITY", "CONTACT", "NARRATIVE"),
                "language",
                "en",
                "lastDay",
                inDays(90)));
        agree(sharing, "SHARING");
    }

    /** Sends what the preview shows. */
    Answer release() {
        Answer preview = coordinator.get("/api/v1/referrals/" + referral + "/release?consent=" + sharing);
        if (preview.status() != 200) {
            return preview;
        }
        return coordinator.post(
                "/referrals/" + referral + "/release",
                Map.of(
                        "consent",
                        sharing,
                        "previewed",
                        preview.json().path("previewed").asString()));
    }

    /** As far as a referral that is ready to go out and has not gone. */
    static Walk untilConsentToShare(ChildTroth troth, SamplePerson helped, SamplePerson helping) {
        Walk walk = together(troth, helped, helping);
        walk.refer();
        return walk;
    }

    private String consent(String purpose, List<String> classes) {
        String asked = ask(Map.of(
                "participant", participant,
                "purpose", purpose,
                "classes", classes,
                "language", "en",
                "lastDay", inDays(150)));
        agree(asked, purpose);
        return asked;
    }

    private void agree(String asked, String purpose) {
        asParticipant()
                .post("/consents/" + asked + "/understanding", RightAnswers.to(purpose))
                .expect(200);
        asParticipant().post("/consents/" + asked + "/agreement", Map.of()).expect(200);
    }

    private String ask(Map<String, ?> consent) {
        return coordinator.post("/consents", consent).expect(201).id();
    }

    Caller asParticipant() {
        return Caller.program(troth.origin(), participantToken);
    }

    Caller asVolunteer() {
        return Caller.program(troth.origin(), volunteerToken);
    }

    Caller participantsBrowser() {
        return Caller.browser(troth.origin(), helped.familyName(), PASSWORD);
    }

    Caller volunteersBrowser() {
        return Caller.browser(troth.origin(), helping.familyName(), PASSWORD);
    }

    private static String inDays(int days) {
        return LocalDate.now(ZoneId.of("Europe/London")).plusDays(days).toString();
    }
}
