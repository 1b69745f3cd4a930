package org.troth.app.demonstration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sample participant and the sample volunteer, whose accounts one can sign in with: their story has something of
 * everything and is still going on. And the auditor and the second contact, who look in every other week.
 */
final class Leads {

    private static final List<String> NOTES = List.of(
            "Would like to see the court room once before the day.",
            "Brings the folder next time. Letters by date.",
            "Rather no calls this week; a message is fine.",
            "Asked who sits where in the hearing. Has the leaflet now.");

    private static final String FIRST_HEARING = """
            This sheet tells you what happens on the day. It does not tell you what to do.
            You come half an hour early and tell the desk that you are there.
            The judge sits in front. Each side speaks in turn.
            You may ask for a break, and for a word that you do not know.
            """;

    private static final String WHO_IS_WHO = """
            The judge decides. The usher calls you in. The other side may have a lawyer.
            Somebody may sit beside you. They do not speak for you.
            """;

    private final Programme programme;
    private final Cast cast;
    private final Cast.Player administrator;
    private final Cast.Player auditor;
    private final Cast.Player secondContact;
    private Cast.@Nullable Player participant;
    private Cast.@Nullable Player volunteer;
    private String participantId = "";
    private String volunteerId = "";
    private String match = "";
    private String sheet = "";
    private int meetings;

    Leads(Programme programme, Cast cast, Cast.Player administrator, Cast.Player auditor, Cast.Player secondContact) {
        this.programme = programme;
        this.cast = cast;
        this.administrator = administrator;
        this.auditor = auditor;
        this.secondContact = secondContact;
    }

    void plan() {
        programme.within(560, 565, this::volunteerComes);
        programme.within(570, 575, this::participantComes);
        programme.within(14, 15, this::audit);
        programme.calendar().in(Duration.ofDays(40), this::publishSheets);
    }

    /** One that can be given to the end of the story, and one whose review ends before it. */
    private void publishSheets() {
        sheet = programme
                .post("sheets", sheet("Your first hearing", FIRST_HEARING, 700))
                .id();
        programme.post("sheets", sheet("Who is who in the court room", WHO_IS_WHO, 500));
    }

    private Map<String, Object> sheet(String title, String text, int days) {
        return Map.of(
                "title",
                title,
                "jurisdiction",
                "GB-ENG",
                "language",
                "en",
                "text",
                text,
                "reviewer",
                "solicitor",
                "reviewedOn",
                programme.today().minusDays(3).toString(),
                "reviewBy",
                programme.today().plusDays(days).toString());
    }

    private void volunteerComes() {
        volunteerId = programme
                .post(
                        "volunteers",
                        Map.of(
                                "name", "Imani Okoro",
                                "contact", "0113 496 0451",
                                "livedExperience", "Three years in family court, and at the end I knew every bench.",
                                "matters", List.of("family", "housing"),
                                "languages", List.of("en", "fr"),
                                "capacity", "2"))
                .id();
        programme.post(
                "volunteers/" + volunteerId + "/qualification",
                Map.of("lastDay", programme.today().plusDays(420).toString()));
        volunteer = cast.invite(administrator, "VOLUNTEER", "volunteer", volunteerId);
        byVolunteer(
                "volunteers/" + volunteerId + "/availability",
                Map.of("times", List.of("weekday-evening", "weekend-morning")));
        read(volunteer);
    }

    /** Says with their own account that they have read what a volunteer does. */
    private void read(Cast.@Nullable Player reader) {
        if (reader != null) {
            int version = programme
                    .api()
                    .get(reader.token(), "charter")
                    .path("version")
                    .asInt();
            by(reader, "charter/acknowledgement", Map.of("version", version, "language", "en"));
        }
    }

    private void participantComes() {
        participantId = programme
                .post(
                        "participants",
                        Map.of(
                                "matter", "family",
                                "language", "en",
                                "words", "The hearing about my son is in spring. I would like not to be alone there."))
                .id();
        programme.within(1, 2, () -> {
            programme.post(
                    "participants/" + participantId + "/intake",
                    Map.of(
                            "name", "Marisol Vance",
                            "matter", "family",
                            "language", "en",
                            "needs", List.of("company", "court-day"),
                            "note", "Comes by bus. Wants every letter explained once and then in writing."));
            programme.post(
                    "participants/" + participantId + "/contacts",
                    Map.of(
                            "channel", "TEXT_MESSAGE",
                            "address", "07700 900142",
                            "advice", "Not on Wednesdays; the phone is shared."));
            programme.post("participants/" + participantId + "/enrolment");
            participant = cast.invite(administrator, "PARTICIPANT", "participant", participantId);
            byParticipant(
                    "participants/" + participantId + "/availability",
                    Map.of("times", List.of("weekday-morning", "weekday-evening")));
            programme.within(1, 2, this::agreeAndAsk);
        });
    }

    private void agreeAndAsk() {
        agree("SUPPORT", List.of("IDENTITY", "CONTACT", "NARRATIVE"), 165);
        agree("MATCHING", List.of("IDENTITY"), 300);
        String research = askConsent("RESEARCH", List.of("NARRATIVE"), 300);
        byParticipant("consents/" + research + "/refusal", Map.of());
        match = byParticipant("matches", Map.of("participant", participantId)).id();
        programme.within(2, 3, () -> {
            programme.post(
                    "matches/" + match + "/proposal",
                    Map.of("volunteer", volunteerId, "reasons", List.of("same-matter", "same-language", "same-times")));
            byVolunteer("matches/" + match + "/acceptance", Map.of());
            programme.within(1, 2, this::begin);
        });
    }

    private void begin() {
        byParticipant("matches/" + match + "/acceptance", Map.of());
        read(participant);
        byVolunteer(
                "boundaries", Map.of("match", match, "topic", "HOURS", "words", "Calls until eight in the evening."));
        String story = byParticipant(
                        "boundaries",
                        Map.of("match", match, "topic", "STORY", "words", "No questions about his father."))
                .id();
        new GoalStory(programme, this::byParticipant, 0).shownIn(match).plan();
        new PlanStory(programme, this::byParticipant, this::byVolunteer, participantId, match).plan();
        programme.calendar().in(Duration.ofDays(30), this::askForGuests);
        programme.within(10, 11, () -> byParticipant("boundaries/" + story + "/no", Map.of()));
        programme.within(3, 4, this::meet);
        programme.within(12, 13, this::refer);
        programme.within(15, 16, this::glance);
        programme.within(20, 21, this::trespass);
    }

    /** The volunteer writes it down themselves, each time; the first time they were wrong about how long it was. */
    private void meet() {
        Map<String, Object> met = EncounterStory.held(programme.now().minusMinutes(programme.between(45, 90)), match);
        met.putAll(EncounterStory.how(programme));
        met.put("acts", List.of("none"));
        met.put("note", NOTES.get(meetings % NOTES.size()));
        if (meetings % 3 == 0) {
            met.put("reflection", "It reminded me of my own first hearing. I was glad of the walk home.");
        }
        if (meetings % 2 == 0) {
            met.put("sheets", List.of(sheet + ".1"));
        }
        if (meetings % 5 == 3) {
            met.put("present", List.of("COMPANION"));
        }
        String id = byVolunteer("encounters", met).id();
        if (meetings == 0) {
            Map<String, Object> right = new HashMap<>(met);
            right.keySet().removeAll(List.of("match", "acts", "note", "reflection"));
            right.put("reason", "wrong-length");
            right.put("minutes", 52);
            programme.within(1, 2, () -> {
                byVolunteer("encounters/" + id + "/correction", right);
                programme.looksAtCorrection(id);
            });
        }
        meetings++;
        programme.within(10, 15, this::meet);
    }

    /** One may come, of another it is said that nobody comes; nobody is told whose wish that was. */
    private void askForGuests() {
        String trainee = byVolunteer("presences", guest("TRAINEE", 5)).id();
        byParticipant("presences/" + trainee + "/agreement", Map.of());
        String observer = programme.post("presences", guest("OBSERVER", 5)).id();
        byParticipant("presences/" + observer + "/no", Map.of());
        programme.calendar().in(Duration.ofDays(40), this::askForGuests);
    }

    private Map<String, Object> guest(String guest, int days) {
        return Map.of(
                "match",
                match,
                "guest",
                guest,
                "day",
                programme.today().plusDays(days).toString());
    }

    private void refer() {
        String outside = byVolunteer(
                        "charter/outside",
                        Map.of("match", match, "kind", "legal-advice", "note", "Asked what she should settle for."))
                .id();
        Programme.Listing listing = programme.services().get(0);
        String referral = programme
                .post(
                        "referrals",
                        Map.of("participant", participantId, "service", listing.service(), "need", "court-day"))
                .id();
        programme.post("charter/outside/" + outside + "/decision", Map.of("referral", referral));
        String consent = programme
                .post(
                        "consents",
                        Map.of(
                                "participant",
                                participantId,
                                "purpose",
                                "SHARING",
                                "agency",
                                listing.agency(),
                                "classes",
                                List.of("IDENTITY", "CONTACT", "LEGAL"),
                                "language",
                                "en",
                                "lastDay",
                                programme.today().plusDays(200).toString()))
                .id();
        agree(consent, "SHARING");
        programme.release(referral, consent);
        programme.within(4, 5, () -> programme.post("referrals/" + referral + "/acceptance"));
    }

    /** The two look at what is theirs, again and again. */
    private void glance() {
        Cast.Player her = participant;
        Cast.Player other = volunteer;
        if (her != null && other != null) {
            programme.api().get(her.token(), "mine");
            programme.api().get(other.token(), "walks");
        }
        programme.within(12, 18, this::glance);
    }

    /** A volunteer tries a record that is not theirs: the answer says nothing, and the record says it happened. */
    private void trespass() {
        Cast.Player other = volunteer;
        if (other != null) {
            int status = programme.api().attempt(other.token(), "participants/" + participantId);
            if (status / 100 == 2) {
                throw new IllegalStateException("a door stood open");
            }
        }
    }

    private void audit() {
        programme.api().get(auditor.token(), "disclosures");
        programme.api().get(auditor.token(), "audit");
        programme.api().get(secondContact.token(), "changes");
        programme.within(12, 17, this::audit);
    }

    private void agree(String purpose, List<String> classes, int days) {
        agree(askConsent(purpose, classes, days), purpose);
    }

    private void agree(String consent, String purpose) {
        byParticipant("consents/" + consent + "/understanding", OwnAccount.answers(purpose));
        byParticipant("consents/" + consent + "/agreement", Map.of());
    }

    private String askConsent(String purpose, List<String> classes, int days) {
        return programme
                .post(
                        "consents",
                        Map.of(
                                "participant", participantId,
                                "purpose", purpose,
                                "classes", classes,
                                "language", "en",
                                "lastDay", programme.today().plusDays(days).toString()))
                .id();
    }

    private Api.Done byParticipant(String path, Map<String, ?> body) {
        return by(participant, path, body);
    }

    private Api.Done byVolunteer(String path, Map<String, ?> body) {
        return by(volunteer, path, body);
    }

    private Api.Done by(Cast.@Nullable Player player, String path, Map<String, ?> body) {
        if (player == null) {
            throw new IllegalStateException("the story runs ahead of itself");
        }
        return programme.api().post(player.token(), path, body);
    }
}
