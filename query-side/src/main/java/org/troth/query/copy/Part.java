package org.troth.query.copy;

import static org.troth.query.copy.Field.Kind.CODE;
import static org.troth.query.copy.Field.Kind.CODES;
import static org.troth.query.copy.Field.Kind.COUNT;
import static org.troth.query.copy.Field.Kind.DAY;
import static org.troth.query.copy.Field.Kind.FLAG;
import static org.troth.query.copy.Field.Kind.LANGUAGE;
import static org.troth.query.copy.Field.Kind.MOMENT;
import static org.troth.query.copy.Field.Kind.NAME;
import static org.troth.query.copy.Field.of;
import static org.troth.query.copy.Field.words;

import java.util.List;
import org.troth.events.confidential.Words;
import org.troth.query.reading.ConsentStands;

/**
 * One part of the copy: which rows, and what of them. Nothing of another person is in any: neither who walked beside them,
 * nor what the other one wrote, nor what was found about that one.
 *
 * @param rows the question, with the person as its one value
 */
record Part(String key, String title, String rows, List<Field> fields) {

    /** In the order in which somebody reads them. */
    static final List<Part> OF_PARTICIPANT = List.of(
            new Part(
                    "person",
                    "About me",
                    "select * from participant where id = ?",
                    List.of(
                            words("name", "My name", "name", Words.PARTICIPANT_NAME),
                            of("matter", "What it is about", CODE, "matter"),
                            of("language", "My language", LANGUAGE, "language"),
                            of("needs", "What I need", CODES, "needs"),
                            of("times", "When I have time", CODES, "times"),
                            of("askedAt", "I asked for help on", MOMENT, "received_at"),
                            of("enrolledAt", "I was enrolled on", MOMENT, "enrolled_at"),
                            of("closedBecause", "It was closed because", CODE, "close_reason"),
                            words("enquiry", "What I wrote first", "enquiry_words", Words.ENQUIRY_WORDS),
                            words("intakeNote", "What was noted at the first talk", "intake_note", Words.INTAKE_NOTE))),
            new Part(
                    "written",
                    "What I wrote without a name",
                    "select * from enquiry_line where participant = ? and author = 'PERSON' order by position",
                    List.of(
                            of("at", "When", MOMENT, "written_at"),
                            words("words", "What I wrote", "words", Words.ENQUIRY_WORDS))),
            new Part(
                    "answered",
                    "What was answered me",
                    "select * from enquiry_line where participant = ? and author = 'PROGRAMME' order by position",
                    List.of(
                            of("at", "When", MOMENT, "written_at"),
                            words("words", "The answer", "words", Words.ENQUIRY_ANSWER))),
            new Part(
                    "contacts",
                    "How I may be reached",
                    "select * from participant_contact where participant = ? order by channel",
                    List.of(
                            of("channel", "By", CODE, "channel"),
                            of("safe", "Safe", FLAG, "safe"),
                            words("address", "Number or address", "address", Words.PARTICIPANT_CONTACT),
                            words("advice", "What to mind", "advice", Words.PARTICIPANT_CONTACT_ADVICE),
                            of("changedAt", "Noted on", MOMENT, "changed_at"))),
            new Part(
                    "others",
                    "People beside me",
                    "select * from other_person where participant = ? order by number",
                    List.of(
                            words("name", "Name", "name", Words.PARTICIPANT_OTHER_PERSON),
                            of("relation", "Who it is", CODE, "relation"),
                            of("need", "Why it was noted", CODE, "need"))),
            new Part(
                    "keptAway",
                    "Whom I keep away from",
                    "select * from conflict_name where person = ? order by position",
                    List.of(
                            words("name", "Name", "name", Words.CONFLICT_NAME),
                            of("relation", "Who it is", CODE, "relation"),
                            of("since", "Since", MOMENT, "stated_at"))),
            new Part(
                    "apart",
                    "That I am not proposed again to somebody (never to whom)",
                    "select * from match_apart where participant = ? and side = 'PARTICIPANT' order by since, wish",
                    List.of(
                            of("since", "Since", MOMENT, "since"),
                            of("walked", "We had walked together", FLAG, "walked"))),
            new Part(
                    "triage",
                    "The right help, and how soon",
                    "select * from participant_triage where participant = ?",
                    List.of(
                            of("outcome", "Found", CODE, "outcome"),
                            of("reason", "Because", CODE, "reason"),
                            of("otherSupport", "Others beside me", CODE, "other_support"),
                            of("imbalance", "Power of the other party", CODE, "imbalance"),
                            of("assessedAt", "Weighed on", MOMENT, "assessed_at"),
                            of("urgency", "How soon", CODE, "urgency"),
                            of("nextStep", "What is done meanwhile", CODE, "next_step"),
                            of("waitingSince", "On the list since", MOMENT, "waiting_since"))),
            new Part(
                    "firstTellings",
                    "What I told for the first time (that I did, not what)",
                    "select * from first_telling where participant = ? order by number",
                    List.of(
                            of("heardAt", "Noted on", MOMENT, "heard_at"),
                            of("heardBy", "Heard by", CODE, "heard_by"),
                            of("nextStep", "What I wished", CODE, "next_step"),
                            of("takenAt", "Done on", MOMENT, "taken_at"))),
            new Part(
                    "consents",
                    "What I was asked to agree to",
                    """
                    select c.*, a.name as agency, %s as stands
                      from consent c
                      left join agency a on a.id = c.recipient
                      %s
                     where c.participant = ? order by c.asked_position""".formatted(ConsentStands.STATE, ConsentStands.YOUTH),
                    List.of(
                            of("purpose", "For", CODE, "purpose"),
                            of("agency", "To", NAME, "agency"),
                            of("classes", "Which of my words", CODES, "classes"),
                            of("state", "State", CODE, "stands"),
                            of("text", "Text", NAME, "text_name"),
                            of("textVersion", "Its version", COUNT, "text_version"),
                            of("textLanguage", "Its language", LANGUAGE, "text_language"),
                            of("textSha256", "Its SHA-256", NAME, "text_sha256"),
                            of("askedAt", "Asked on", MOMENT, "asked_at"),
                            of("talkedLanguage", "Talked through in", LANGUAGE, "talked_language"),
                            of("interpreting", "Interpreted by", CODE, "interpreting"),
                            of("understoodAt", "Questions answered on", MOMENT, "understood_at"),
                            of("answeredAt", "Answered on", MOMENT, "answered_at"),
                            of("lastDay", "Until", DAY, "last_day"),
                            of("endedAt", "Ended on", MOMENT, "ended_at"))),
            new Part(
                    "matches",
                    "Somebody to walk beside me",
                    "select * from match where participant = ? order by requested_position",
                    List.of(
                            of("state", "State", CODE, "state"),
                            of("requestedAt", "Asked for on", MOMENT, "requested_at"),
                            of("startedAt", "Began on", MOMENT, "started_at"),
                            of("changeAskedFor", "I asked for a change, by", DAY, "participant_due"),
                            of("endedAt", "Ended on", MOMENT, "ended_at"))),
            new Part(
                    "boundaries",
                    "My boundaries",
                    "select * from boundary where participant = ? and set_by = 'PARTICIPANT' order by set_position",
                    List.of(
                            of("topic", "About", CODE, "topic"),
                            of("state", "State", CODE, "state"),
                            words("words", "What I wrote", "words", Words.BOUNDARY_WORDS),
                            of("setAt", "Set on", MOMENT, "set_at"),
                            of("changedAt", "Changed on", MOMENT, "changed_at"),
                            of("liftedAt", "Lifted on", MOMENT, "lifted_at"))),
            new Part(
                    "charter",
                    "What a volunteer does: that I have read it",
                    "select * from charter_stand where id = ? and side = 'OWN'",
                    List.of(
                            of("version", "Version", COUNT, "version"),
                            of("language", "Language", LANGUAGE, "language"),
                            of("readAt", "When", MOMENT, "acknowledged_at"))),
            new Part(
                    "outsideRole",
                    "What I asked for that a volunteer does not do",
                    // A file lies about longer than a page is read over a shoulder: as on the page, danger is only
                    // something.
                    """
                    select nullif(kind, 'danger') as kind, case when kind <> 'danger' then note end as note, said_at,
                           decision, decided_at
                      from outside_role where participant = ? order by said_position""",
                    List.of(
                            of("kind", "What", CODE, "kind"),
                            words("note", "What was noted", "note", Words.OUTSIDE_ROLE_NOTE),
                            of("saidAt", "When", MOMENT, "said_at"),
                            of("decision", "What was decided", CODE, "decision"),
                            of("decidedAt", "Decided on", MOMENT, "decided_at"))),
            new Part(
                    "meetings",
                    "When we met",
                    "select * from encounter where participant = ? order by held_at, entered_position",
                    List.of(
                            of("heldAt", "When", MOMENT, "held_at"),
                            of("minutes", "Minutes", COUNT, "minutes"),
                            of("medium", "How", CODE, "medium"),
                            of("support", "What it was", CODES, "support"),
                            of("topics", "What it was about", CODES, "topics"),
                            of("enteredAt", "Written down on", MOMENT, "entered_at"))),
            new Part(
                    "meetingNotes",
                    "What was noted of our meetings",
                    """
                    select v.recorded_at, v.held_at, v.note
                      from encounter_version v join encounter e on e.id = v.encounter
                     where e.participant = ? and v.note is not null order by v.position""",
                    List.of(
                            of("heldAt", "Meeting of", MOMENT, "held_at"),
                            of("recordedAt", "Noted on", MOMENT, "recorded_at"),
                            words("note", "The note", "note", Words.ENCOUNTER_NOTE))),
            new Part(
                    "guests",
                    "Who else was there",
                    """
                    select p.noted_at, p.guests, p.unagreed, e.held_at
                      from encounter_presence p join encounter e on e.id = p.encounter
                     where e.participant = ? order by p.position""",
                    List.of(
                            of("heldAt", "Meeting of", MOMENT, "held_at"),
                            of("guests", "Who else", CODES, "guests"),
                            of("withoutMyYes", "Without my yes before", CODES, "unagreed"),
                            of("notedAt", "Noted on", MOMENT, "noted_at"))),
            new Part(
                    "presences",
                    "That I was asked who else may come",
                    "select * from presence where participant = ? order by asked_position",
                    List.of(
                            of("day", "Meeting of", DAY, "day"),
                            of("guest", "Who else", CODE, "guest"),
                            of("state", "State", CODE, "state"),
                            of("askedAt", "Asked on", MOMENT, "asked_at"))),
            new Part(
                    "sheets",
                    "Sheets I was given",
                    """
                    select g.version, s.title, e.held_at
                      from encounter_sheet g
                      join sheet s on s.id = g.sheet and s.version = g.version
                      join encounter e on e.id = g.encounter
                     where g.participant = ? order by g.position, s.title""",
                    List.of(
                            of("title", "Sheet", NAME, "title"),
                            of("version", "Version", COUNT, "version"),
                            of("heldAt", "Meeting of", MOMENT, "held_at"))),
            new Part(
                    "goals",
                    "What I want to reach",
                    "select * from goal where participant = ? order by set_position",
                    List.of(
                            of("about", "About", CODE, "about"),
                            words("words", "What I wrote", "words", Words.GOAL_WORDS),
                            of("state", "State", CODE, "state"),
                            of("stateSince", "Since", MOMENT, "state_since"),
                            of("setAt", "Set on", MOMENT, "set_at"))),
            new Part(
                    "goalWordings",
                    "How I said it each time",
                    """
                    select w.* from goal_wording w join goal g on g.id = w.goal
                     where g.participant = ? order by g.set_position, w.position""",
                    List.of(
                            of("at", "When", MOMENT, "written_at"),
                            of("about", "About", CODE, "about"),
                            words("words", "What I wrote", "words", Words.GOAL_WORDS))),
            new Part(
                    "goalRatings",
                    "How far I said I am",
                    """
                    select r.*, g.about from goal_rating r join goal g on g.id = r.goal
                     where g.participant = ? order by g.set_position, r.position""",
                    List.of(
                            of("about", "About", CODE, "about"),
                            of("rating", "How far, from 0 to 10", COUNT, "rating"),
                            of("at", "When", MOMENT, "rated_at"))),
            new Part(
                    "referrals",
                    "Other help",
                    """
                    select r.*, s.name as service_name, a.name as agency_name
                      from referral r left join service s on s.id = r.service left join agency a on a.id = r.agency
                     where r.participant = ? order by r.offered_position""",
                    List.of(
                            of("need", "For", CODE, "need"),
                            of("service", "Service", NAME, "service_name"),
                            of("agency", "Agency", NAME, "agency_name"),
                            of("state", "State", CODE, "state"),
                            of("offeredAt", "Offered on", MOMENT, "offered_at"),
                            of("sentAt", "Sent on", MOMENT, "sent_at"),
                            of("classes", "Which of my words", CODES, "classes"),
                            words("packet", "What was sent", "packet", Words.REFERRAL_PACKET),
                            of("openedAt", "Opened by the agency on", MOMENT, "opened_at"),
                            of("answeredAt", "Answered on", MOMENT, "answered_at"),
                            of("whyNot", "Why they cannot help", CODE, "why_not"),
                            of("startedAt", "Begun on", MOMENT, "started_at"),
                            of("recalledAt", "Called back on", MOMENT, "recalled_at"),
                            of("outcome", "What came of it", CODE, "outcome"),
                            words("outcomeWords", "In words", "outcome_words", Words.REFERRAL_OUTCOME),
                            of("closedAt", "Closed on", MOMENT, "closed_at"))),
            new Part(
                    "messages",
                    "What I was sent (never more than that a note is waiting)",
                    "select * from message where receiver = ? order by queued_position",
                    List.of(
                            of("occasion", "Because", CODE, "occasion"),
                            of("channel", "By", CODE, "channel"),
                            of("state", "State", CODE, "state"),
                            of("reason", "Why not", CODE, "reason"),
                            of("queuedAt", "Since", MOMENT, "queued_at"))),
            new Part(
                    "followUp",
                    "That I wish to be asked afterwards",
                    "select * from follow_up where participant = ?",
                    List.of(of("from", "From", DAY, "asked_from"), of("channel", "By", CODE, "channel"))),
            new Part(
                    "youth",
                    "Whether I am of age",
                    "select * from youth where participant = ?",
                    List.of(
                            of("ofAgeOn", "I am of age on", DAY, "of_age_on"),
                            of("cameAt", "Noted on", MOMENT, "came_at"),
                            of("alone", "Why I decide alone", CODE, "alone"))),
            new Part(
                    "guardians",
                    "Who may say yes beside me",
                    "select * from guardian where participant = ? order by number",
                    List.of(
                            of("number", "Number", COUNT, "number"),
                            of("standing", "By what", CODE, "standing"),
                            of("check", "How it was checked", CODE, "checked"))),
            new Part(
                    "guardianWords",
                    "What they said",
                    "select * from guardian_word where participant = ? order by said_at, consent, number",
                    List.of(
                            of("number", "Who, by number", COUNT, "number"),
                            of("yes", "Yes", FLAG, "yes"),
                            of("saidAt", "When", MOMENT, "said_at"))),
            new Part(
                    "erasure",
                    "That I ask to be forgotten",
                    "select * from erasure_request where person = ?",
                    List.of(of("askedOn", "Asked on", DAY, "asked_on"), of("answerBy", "Answer by", DAY, "answer_by"))),
            new Part(
                    "looks",
                    "Who saw my record",
                    """
                    select array_to_string(roles, ' ') as roles, purpose, array_to_string(classes, ' ') as classes, times,
                           first_at, last_at
                      from look_fold where subject = ? order by last_position""",
                    List.of(
                            of("roles", "As", CODES, "roles"),
                            of("purpose", "For", CODE, "purpose"),
                            of("classes", "Which of my words", CODES, "classes"),
                            of("times", "How often", COUNT, "times"),
                            of("firstAt", "First", MOMENT, "first_at"),
                            of("lastAt", "Last", MOMENT, "last_at"))));
}
