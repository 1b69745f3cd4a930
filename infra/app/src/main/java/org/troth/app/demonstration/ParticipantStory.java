package org.troth.app.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One participant from the enquiry on: where it ends differs from person to person, as the dice fall. */
final class ParticipantStory {

    private static final List<String> ENQUIRIES = List.of(
            "My landlord has given me notice and the hearing is in three weeks.",
            "The other side has a lawyer and I have nobody.",
            "I have to write a statement and do not know how to begin.",
            "They want to see my children only on two days. I cannot sleep.",
            "I was told my papers are not enough. I do not understand the letter.",
            "I owe money to four companies and one of them sends people to my door.",
            "I would like somebody to come with me. I am afraid of the room.");

    private static final List<String> NOTES = List.of(
            "Speaks quietly; needs breaks. Prefers mornings.",
            "Has a friend who drives. Hearing loss on the left side.",
            "Reads well, writing is hard. Would like letters read aloud.",
            "Does not want calls while the children are at home.",
            "Has been through a hearing before and knows the building.");

    private static final String ANSWER =
            "Thank you for your note. Come by or call us, and tell us your code. We can look at the letter together.";

    private static final List<Map<String, String>> OTHERS = List.of(
            Map.of("name", "Teo", "relation", "child", "need", "comes-along"),
            Map.of("name", "Aunt Bea", "relation", "other-relative", "need", "helps-them"),
            Map.of("name", "Joss", "relation", "former-partner", "need", "to-be-kept-apart"));

    private final Programme programme;
    private String id = "";
    private String matter = "";
    private String code = "";
    private String language = "en";
    private @Nullable OwnAccount own;
    private String channel = "PHONE";
    private boolean safe;
    private String support = "";
    private boolean tookSupportBack;
    private @Nullable LocalDate ofAgeOn;

    ParticipantStory(Programme programme) {
        this.programme = programme;
    }

    String id() {
        return id;
    }

    String matter() {
        return matter;
    }

    void enquire() {
        matter = programme.matterAsked();
        language = programme.oneOf(Programme.LANGUAGES);
        Map<String, Object> enquiry = new HashMap<>(Map.of("matter", matter, "language", language));
        if (programme.chance(70)) {
            enquiry.put("words", programme.oneOf(ENQUIRIES));
        }
        if (programme.hearsNameless()) {
            leaveNote(enquiry);
        } else {
            id = programme.post("participants", enquiry).id();
        }
        if (programme.chance(8)) {
            programme.within(
                    2,
                    9,
                    () -> programme.post(
                            "participants/" + id + "/closing",
                            Map.of("reason", programme.oneOf(List.of("other-help", "no-answer", "matter-settled")))));
        } else if (programme.chance(97)) {
            programme.within(1, 6, this::takeIn);
        }
    }

    /** Asks without a name, is answered, reads it, and tells the programme the code when they come by. */
    private void leaveNote(Map<String, Object> enquiry) {
        code = programme.postNameless("notes", enquiry).body().path("code").asString();
        Map<String, String> coded = Map.of("code", code);
        id = programme.post("participants/code", coded).id();
        programme.post("participants/" + id + "/answers", Map.of("words", ANSWER));
        programme.postNameless("notes/reading", coded);
    }

    private void takeIn() {
        Map<String, Object> intake = new HashMap<>(Map.of(
                "name", programme.nextName(),
                "matter", matter,
                "language", language,
                "needs", List.of("company", programme.oneOf(List.of("reading-letters", "court-day", "forms"))),
                "note", programme.oneOf(NOTES)));
        if (!code.isEmpty()) {
            intake.put("code", code);
        }
        intake.putAll(programme.circumstances());
        programme.post("participants/" + id + "/intake", intake);
        chooseContact();
        programme.post("participants/" + id + "/availability", Map.of("times", programme.someTimes()));
        programme.within(0, 4, this::enrol);
    }

    private void chooseContact() {
        channel = programme.oneOf(List.of("PHONE", "TEXT_MESSAGE", "EMAIL"));
        String address = channel.equals("EMAIL")
                ? "p" + programme.between(1000, 9999) + "@mail.example.org"
                : "07700 900" + programme.between(100, 999);
        Map<String, Object> contact = new HashMap<>(Map.of("channel", channel, "address", address));
        if (programme.chance(40)) {
            contact.put("advice", "Only between ten and four. Say nothing to whoever else answers.");
        }
        programme.post("participants/" + id + "/contacts", contact);
        safe = true;
    }

    private void enrol() {
        programme.look("participants/" + id);
        triage();
        programme.post("participants/" + id + "/enrolment");
        if (programme.chance(6)) {
            isNotOfAge();
        }
        askSupport();
        hope();
        if (programme.chance(7)) {
            programme.within(20, 200, () -> {
                programme.post("participants/" + id + "/contacts/" + channel + "/unsafe");
                safe = false;
                if (programme.chance(60)) {
                    programme.within(1, 5, this::chooseContact);
                }
            });
        }
        if (programme.chance(18)) {
            programme.within(1, 60, this::tellForTheFirstTime);
        }
        if (programme.chance(22)) {
            programme.post("participants/" + id + "/others", programme.oneOf(OTHERS));
        }
        MatchStory match = new MatchStory(programme, this);
        programme.within(1, 6, match::request);
        if (programme.chance(55) && ofAgeOn == null) {
            programme.within(7, 90, () -> new ReferralStory(programme, this).offer());
        }
    }

    /** A parent says yes beside them until they come of age; then they are asked anew themselves. */
    private void isNotOfAge() {
        int days = programme.between(40, 300);
        LocalDate day = programme.today().plusDays(days);
        programme.post(
                "participants/" + id + "/others", Map.of("name", "Mother", "relation", "parent", "need", "helps-them"));
        programme.post("youth/" + id + "/age", Map.of("ofAgeOn", day.toString()));
        programme.post(
                "youth/" + id + "/guardians",
                Map.of("guardian", "1", "standing", "parent", "check", "birth-record-seen"));
        ofAgeOn = day;
        programme.within(days + 1, days + 12, () -> consent("SUPPORT", List.of("IDENTITY", "CONTACT"), 100, 365));
    }

    private boolean isMinor() {
        LocalDate day = ofAgeOn;
        return day != null && programme.today().isBefore(day);
    }

    private void tellForTheFirstTime() {
        programme.post(
                "participants/" + id + "/first-tellings",
                Map.of(
                        "heardBy",
                        programme.oneOf(List.of("VOLUNTEER", "VOLUNTEER", "COORDINATOR")),
                        "nextStep",
                        programme.oneOf(List.of("talk-again", "specialist-support", "safety-plan"))));
        if (programme.chance(80)) {
            programme.within(1, 9, () -> programme.post("participants/" + id + "/first-tellings/1/step"));
        }
    }

    /** Support ends for most whose match ended well; some of them wish to be asked once how they are. */
    void finish() {
        if (!programme.chance(75)) {
            takeSupportBack();
            return;
        }
        OwnAccount account = own;
        if (safe && account != null && programme.chance(45)) {
            account.wishToBeAsked(programme.today().plusDays(programme.between(20, 60)), channel);
        }
        programme.post("participants/" + id + "/closure", Map.of("reason", "support-complete"));
        if (programme.chance(8)) {
            programme.within(5, 40, () -> programme.post("participants/" + id + "/reopening"));
        }
    }

    /** Whether nobody else adds words to their record any more. */
    boolean tookSupportBack() {
        return tookSupportBack;
    }

    /** Support goes on, and somebody has to talk with them. */
    private void takeSupportBack() {
        if (!support.isEmpty() && programme.chance(20)) {
            programme.post("consents/" + support + "/withdrawal");
            tookSupportBack = true;
        }
    }

    private void hope() {
        OwnAccount account = own;
        int number = programme.nextHope();
        if (account != null && number % 3 == 0) {
            new GoalStory(programme, account::act, number / 3).plan();
        }
    }

    private void triage() {
        if (programme.chance(15)) {
            return;
        }
        programme.post(
                "participants/" + id + "/assessment",
                Map.of(
                        "outcome",
                        "SUITABLE",
                        "reason",
                        "fits-our-work",
                        "otherSupport",
                        programme.oneOf(List.of("NONE", "SOME", "SOME", "ENOUGH", "NOT_SAID")),
                        "imbalance",
                        programme.oneOf(List.of("FELT", "FELT", "NOT_FELT", "NOT_SAID"))));
        String urgency = programme.oneOf(List.of("URGENT", "SOON", "SOON", "STEADY", "STEADY"));
        programme.post(
                "participants/" + id + "/waiting",
                urgency.equals("URGENT")
                        ? Map.of("urgency", urgency, "nextStep", programme.oneOf(List.of("call-today", "safety-plan")))
                        : Map.of("urgency", urgency));
    }

    private void askSupport() {
        consent("SUPPORT", List.of("IDENTITY", "CONTACT", "NARRATIVE"), 100, 365);
        // As long as the story goes on: whoever's yes to it has ended is not proposed to anybody for what they share.
        consent("MATCHING", List.of("IDENTITY", "LIVED_EXPERIENCE"), 100, 750);
        consent("REPORTING", List.of("IDENTITY"), 60, 365);
        if (programme.chance(30)) {
            consent("RESEARCH", List.of("NARRATIVE"), 40, 180);
        }
    }

    /** Asks; is answered within days, with yes in this many cases of a hundred; some stay unanswered. */
    private void consent(String purpose, List<String> classes, int yes, int days) {
        answer(ask(purpose, classes, days), purpose, yes, days);
    }

    private void answer(String consent, String purpose, int yes, int days) {
        if (yes < 100 && programme.chance(6)) {
            return;
        }
        if (!programme.chance(yes)) {
            programme.within(0, 5, () -> programme.post("consents/" + consent + "/refusal"));
            return;
        }
        agree(consent, purpose);
        if (purpose.equals("SUPPORT")) {
            support = consent;
        }
        if (programme.chance(6)) {
            if (purpose.equals("SUPPORT") || purpose.equals("MATCHING")) {
                // While they are walked with, their story needs these; some take support back later: see finish().
                return;
            }
            programme.within(30, 150, () -> programme.post("consents/" + consent + "/withdrawal"));
        } else if (yes == 100) {
            // Asked again before it ends, in most cases.
            programme.within(days - 13, days - 5, () -> {
                if (programme.chance(80) && !(purpose.equals("SUPPORT") && tookSupportBack)) {
                    String lastDay = programme.today().plusDays(days).toString();
                    String anew = programme
                            .post("consents/" + consent + "/renewal", Map.of("lastDay", lastDay))
                            .id();
                    answer(anew, purpose, yes, days);
                }
            });
        }
    }

    private String ask(String purpose, List<String> classes, int days) {
        return programme
                .post(
                        "consents",
                        Map.of(
                                "participant",
                                id,
                                "purpose",
                                purpose,
                                "classes",
                                classes,
                                "lastDay",
                                programme.today().plusDays(days).toString()))
                .id();
    }

    /** Now and then somebody goes through the text with them first; they answer and agree themselves. */
    private void agree(String consent, String purpose) {
        if (programme.chance(25)) {
            programme.post(
                    "consents/" + consent + "/conversations",
                    Map.of(
                            "medium",
                            "in-person",
                            "language",
                            language,
                            "interpreting",
                            language.equals("en") ? "NONE" : "PROFESSIONAL"));
        }
        OwnAccount account = own == null ? programme.ownAccount(id) : own;
        own = account;
        if (!isMinor()) {
            account.agree(consent, purpose);
            return;
        }
        account.agreeYoung(consent, purpose);
        programme.post(
                "youth/" + id + "/agreements",
                Map.of(
                        "consent",
                        consent,
                        "guardian",
                        "1",
                        "statement",
                        "SIGNED",
                        "witness",
                        "colleague",
                        "language",
                        language,
                        "interpreting",
                        "NONE"));
    }

    /** A consent to pass something on to one agency, given at once. */
    String consentToShare(String agency) {
        String consent = programme
                .post(
                        "consents",
                        Map.of(
                                "participant",
                                id,
                                "purpose",
                                "SHARING",
                                "agency",
                                agency,
                                "classes",
                                List.of("IDENTITY", "CONTACT", "LEGAL"),
                                "lastDay",
                                programme
                                        .today()
                                        .plusDays(programme.between(60, 200))
                                        .toString()))
                .id();
        agree(consent, "SHARING");
        return consent;
    }

    /** Says yes to a proposal: with their own account, if they have one; else a coordinator writes it down. */
    void accepts(String match) {
        OwnAccount account = own;
        if (account == null) {
            programme.post("matches/" + match + "/acceptance", Map.of("side", "PARTICIPANT"));
        } else {
            account.act("matches/" + match + "/acceptance", Map.of());
        }
    }
}
