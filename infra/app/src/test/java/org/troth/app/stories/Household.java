package org.troth.app.stories;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.troth.app.RightAnswers;
import tools.jackson.databind.JsonNode;

/**
 * A participant and a volunteer of their own and all that binds them, made through the API: consents, a match, a boundary of
 * each, a meeting, a goal that is shown, a referral that was sent. And accounts of every role beside them, as many as a test needs.
 */
final class Household {

    static final String NAME = "Perpetua Quillfeather";
    static final String PHONE = "0113 496 0911";
    static final String STORY = "The landlord came at night.";
    static final String AGREED = "Never on a Thursday.";
    static final String NOTED = "Wants the second letter read aloud.";
    static final String REFLECTED = "I thought of my own hearing all the way home.";
    static final String THEIRS = "Not after eight, please.";
    static final String ASKED_FOR = "Would like to hear what to settle for.";
    static final String SHEET = "Your first hearing";
    static final String EXPLAINED = "The judge sits in front.\nEach side speaks in turn.";
    static final String WISHED = "Open my post on the day it comes.";
    static final String PLANNED = "Answer the landlord in writing, with a copy.";
    static final String WISHED_NOW = "Open my post myself, all of it.";

    private static final String PASSWORD = "tangled kettle under lantern 42";

    final RunningTroth troth;
    final Somebody coordinator;
    final Somebody administrator;
    final Somebody auditor;
    final Somebody participant;
    final Somebody volunteer;
    final String participantId;
    final String volunteerId;
    final String participantAccount;
    final String volunteerAccount;
    final String match;
    final String boundary;
    final String volunteersBoundary;
    final String encounter;
    final String outside;
    final String sheet;
    final String code;
    final String presence;
    final String goal;
    final String plan;
    final String section;
    final String sharing;
    final String referral;
    final String service;
    final String directoryImport;
    final Directory.Published published;
    private final List<String> opened = new ArrayList<>();

    Household(RunningTroth troth) {
        this.troth = troth;
        coordinator = sample("coordinator");
        administrator = sample("administrator");
        auditor = sample("auditor");
        volunteerId = aVolunteer();
        participantId = aParticipant(NAME);
        participant = invite("PARTICIPANT", participantId);
        participantAccount = opened.get(0);
        volunteer = invite("VOLUNTEER", volunteerId);
        volunteerAccount = opened.get(1);
        consent(Map.of("purpose", "SUPPORT", "classes", List.of("IDENTITY", "CONTACT", "NARRATIVE")));
        consent(Map.of("purpose", "MATCHING", "classes", List.of("IDENTITY")));
        match = id(participant.act("/matches", Map.of("participant", participantId)));
        coordinator.act(
                "/matches/" + match + "/proposal", Map.of("volunteer", volunteerId, "reasons", List.of("same-matter")));
        readsCharter(volunteer);
        volunteer.act("/matches/" + match + "/acceptance", Map.of());
        participant.act("/matches/" + match + "/acceptance", Map.of());
        boundary = id(participant.act("/boundaries", Map.of("match", match, "topic", "STORY", "words", AGREED)));
        volunteersBoundary =
                id(volunteer.act("/boundaries", Map.of("match", match, "topic", "PLACE", "words", THEIRS)));
        sheet = aSheet();
        code = aCode();
        encounter = meet(volunteer);
        outside = id(
                volunteer.act("/charter/outside", Map.of("match", match, "kind", "legal-advice", "note", ASKED_FOR)));
        presence = id(volunteer.act("/presences", Map.of("match", match, "guest", "TRAINEE", "day", inDays(1))));
        goal = id(participant.act("/goals", Map.of("about", "confidence", "words", WISHED)));
        participant.act("/goals/" + goal + "/rating", Map.of("rating", 3));
        participant.act("/goals/" + goal + "/rating", Map.of("rating", 5));
        participant.act("/goals/" + goal + "/wording", Map.of("about", "confidence", "words", WISHED_NOW));
        participant.act("/goals/" + goal + "/showing", Map.of("match", match));
        plan = id(coordinator.act("/plans", Map.of("participant", participantId)));
        section =
                id(coordinator.act("/plans/" + plan + "/sections", Map.of("discipline", "housing", "words", PLANNED)));
        participant.act("/plans/" + plan + "/sections/" + section + "/showing", Map.of("match", match));
        Directory directory = Directory.of("Harbour Advice " + UUID.randomUUID());
        published = directory.published();
        directoryImport = id(coordinator.act("/directory/imports", directory.json()));
        JsonNode listed = Somebody.JSON
                .readTree(coordinator.answer("/directory").body())
                .path("services")
                .path(0);
        service = listed.path("id").asString();
        referral = id(coordinator.act(
                "/referrals", Map.of("participant", participantId, "service", service, "need", "court-day")));
        sharing = consent(Map.of(
                "purpose",
                "SHARING",
                "agency",
                listed.path("agency").asString(),
                "classes",
                List.of("IDENTITY", "CONTACT", "NARRATIVE")));
        String previewed = Somebody.JSON
                .readTree(coordinator
                        .answer("/referrals/" + referral + "/release?consent=" + sharing)
                        .body())
                .path("previewed")
                .asString();
        coordinator.act("/referrals/" + referral + "/release", Map.of("consent", sharing, "previewed", previewed));
        settle();
    }

    /** One for all households, as what a programme offers is one. */
    private String aCode() {
        String own = "lost-papers";
        for (JsonNode listed :
                Somebody.JSON.readTree(coordinator.answer("/programme").body()).path("matters")) {
            if (listed.path("code").asString().equals(own)) {
                return own;
            }
        }
        return id(coordinator.act("/programme/codes", Map.of("list", "MATTER", "code", own, "english", "Lost papers")));
    }

    /** One for all households: each that can be given is a line of every form in which a meeting is logged. */
    private String aSheet() {
        for (JsonNode listed :
                Somebody.JSON.readTree(coordinator.answer("/sheets").body()).path("sheets")) {
            if (listed.path("title").asString().equals(SHEET)
                    && listed.path("state").asString().equals("IN_REVIEW")) {
                return id(listed);
            }
        }
        return id(coordinator.act(
                "/sheets",
                Map.of(
                        "title",
                        SHEET,
                        "jurisdiction",
                        "GB-ENG",
                        "language",
                        "en",
                        "text",
                        EXPLAINED,
                        "reviewer",
                        "solicitor",
                        "reviewedOn",
                        inDays(-10),
                        "reviewBy",
                        inDays(300))));
    }

    /** The two met just now, as the volunteer writes it down. */
    String meet(Somebody writer) {
        return meet(writer, ZonedDateTime.now(ZoneId.of("Europe/London")));
    }

    String meet(Somebody writer, ZonedDateTime now) {
        Map<String, Object> met = new HashMap<>();
        met.put("match", match);
        met.put("day", now.toLocalDate().toString());
        met.put("time", now.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
        met.put("minutes", 20);
        met.put("medium", "in-person");
        met.put("support", List.of("practical"));
        met.put("topics", List.of("understanding-letters"));
        met.put("acts", List.of("none"));
        met.put("sheets", List.of(sheet + ".1"));
        met.put("note", NOTED);
        met.put("reflection", REFLECTED);
        return id(writer.act("/encounters", met));
    }

    /** Somebody says with their own account that they have read what a volunteer does. */
    static void readsCharter(Somebody reader) {
        JsonNode charter = Somebody.JSON.readTree(reader.answer("/charter").body());
        reader.act(
                "/charter/acknowledgement",
                Map.of("version", charter.path("version").asInt(), "language", "en"));
    }

    private Somebody sample(String role) {
        return new Somebody(troth.origin(), role, troth.password(role), troth.token(role));
    }

    /** Somebody new with a role, and a person where the role has one. */
    Somebody another(String role) {
        return switch (role) {
            case "PARTICIPANT" -> invite(role, aParticipant("Somebody else"));
            case "VOLUNTEER" -> invite(role, aVolunteer());
            default -> invite(role, "");
        };
    }

    /** Somebody else who walks beside the participant, once the first match has ended. */
    Somebody successor() {
        String person = aVolunteer();
        Somebody after = invite("VOLUNTEER", person);
        String next = id(participant.act("/matches", Map.of("participant", participantId)));
        coordinator.act(
                "/matches/" + next + "/proposal", Map.of("volunteer", person, "reasons", List.of("same-matter")));
        readsCharter(after);
        after.act("/matches/" + next + "/acceptance", Map.of());
        participant.act("/matches/" + next + "/acceptance", Map.of());
        return after;
    }

    /** An account of this role, for a person where the role has one. */
    Somebody invite(String role, String person) {
        String name = role.charAt(0) + UUID.randomUUID().toString();
        String code = administrator
                .act(
                        "/accounts",
                        person.isEmpty()
                                ? Map.of("name", name, "roles", List.of(role))
                                : Map.of("name", name, "roles", List.of(role), "person", person))
                .path("code")
                .asString();
        JsonNode account = Somebody.stranger(troth.origin())
                .act("/accounts/opening", Map.of("name", name, "code", code, "password", PASSWORD, "token", true));
        opened.add(id(account));
        return new Somebody(
                troth.origin(), name, PASSWORD, account.path("token").asString());
    }

    private String aVolunteer() {
        return volunteerOf("Tobias Underhill");
    }

    /** Somebody else who is qualified, without an account. */
    String volunteerOf(String name) {
        String id = id(coordinator.act(
                "/volunteers",
                Map.of(
                        "name",
                        name,
                        "contact",
                        "0113 496 0912",
                        "matters",
                        List.of("housing"),
                        "languages",
                        List.of("en"),
                        "capacity",
                        "2")));
        qualify(id, inDays(300));
        return id;
    }

    void qualify(String id, String lastDay) {
        coordinator.act("/volunteers/" + id + "/qualification", Map.of("lastDay", lastDay));
    }

    private String aParticipant(String name) {
        String id = id(coordinator.act("/participants", Map.of("matter", "housing", "language", "en", "words", STORY)));
        coordinator.act(
                "/participants/" + id + "/intake",
                Map.of(
                        "name",
                        name,
                        "matter",
                        "housing",
                        "language",
                        "en",
                        "needs",
                        List.of("company"),
                        "note",
                        STORY));
        coordinator.act("/participants/" + id + "/contacts", Map.of("channel", "PHONE", "address", PHONE));
        coordinator.act("/participants/" + id + "/enrolment", Map.of());
        return id;
    }

    private String consent(Map<String, ?> question) {
        Map<String, Object> whole = new HashMap<>(question);
        whole.put("participant", participantId);
        whole.put("language", "en");
        whole.put("lastDay", inDays(90));
        String id = id(coordinator.act("/consents", whole));
        participant.act("/consents/" + id + "/understanding", RightAnswers.to((String) question.get("purpose")));
        participant.act("/consents/" + id + "/agreement", Map.of());
        return id;
    }

    /** Somebody who has only asked, and is seen by everybody who may. */
    String enquiry() {
        JsonNode asked =
                coordinator.act("/participants", Map.of("matter", "housing", "language", "en", "words", STORY));
        settleAt(asked);
        return id(asked);
    }

    /** Waits until the views have come as far as the record has now. */
    void settle() {
        settleAt(coordinator.act("/participants", Map.of("matter", "housing", "language", "en")));
    }

    /** Each question waits two seconds; a slow machine may need some. */
    private void settleAt(JsonNode done) {
        String path = "/participants?at=" + done.path("position").asString();
        for (int question = 0; question < 15; question++) {
            if (coordinator.answer(path).headers().firstValue("Views-Behind").isEmpty()) {
                return;
            }
        }
        throw new AssertionError("the views did not come as far as the record");
    }

    static String inDays(int days) {
        return LocalDate.now(ZoneId.of("Europe/London")).plusDays(days).toString();
    }

    private static String id(JsonNode done) {
        return done.path("id").asString();
    }
}
