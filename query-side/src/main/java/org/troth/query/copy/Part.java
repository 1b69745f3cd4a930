package org.troth.query.copy;

import static org.troth.query.copy.Field.Kind.CODE;
import static org.troth.query.copy.Field.Kind.CODES;
import static org.troth.query.copy.Field.Kind.COUNT;
import static org.troth.query.copy.Field.Kind.DAY;
import static org.troth.query.copy.Field.Kind.FLAG;
import static org.troth.query.copy.Field.Kind.LANGUAGE;
import static org.troth.query.copy.Field.Kind.LANGUAGES;
import static org.troth.query.copy.Field.Kind.MOMENT;
import static org.troth.query.copy.Field.Kind.NAME;
import static org.troth.query.copy.Field.Kind.PURPOSE;
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
record Part(String key, String rows, List<Field> fields) {

    /** In the order in which somebody reads them. */
    static final List<Part> OF_PARTICIPANT = List.of(
            new Part(
                    "person",
                    "select * from participant where id = ?",
                    List.of(
                            words("name", "name", Words.PARTICIPANT_NAME),
                            of("matter", CODE, "matter"),
                            of("language", LANGUAGE, "language"),
                            of("otherLanguages", LANGUAGES, "languages"),
                            words("access", "access", Words.PARTICIPANT_ACCESS),
                            words("classes", "classes", Words.PARTICIPANT_CLASS),
                            of("needs", CODES, "needs"),
                            of("times", CODES, "times"),
                            of("askedAt", MOMENT, "received_at"),
                            of("enrolledAt", MOMENT, "enrolled_at"),
                            of("closedBecause", CODE, "close_reason"),
                            words("enquiry", "enquiry_words", Words.ENQUIRY_WORDS),
                            words("intakeNote", "intake_note", Words.INTAKE_NOTE))),
            new Part(
                    "versions",
                    "select * from intake_version where participant = ? order by position",
                    List.of(
                            of("at", MOMENT, "written_at"),
                            of("because", CODE, "reason"),
                            words("name", "name", Words.PARTICIPANT_NAME),
                            of("matter", CODE, "matter"),
                            of("language", LANGUAGE, "language"),
                            of("otherLanguages", LANGUAGES, "languages"),
                            words("access", "access", Words.PARTICIPANT_ACCESS),
                            words("classes", "classes", Words.PARTICIPANT_CLASS),
                            of("part", CODE, "part"),
                            of("needs", CODES, "needs"),
                            words("note", "note", Words.INTAKE_NOTE),
                            of("noteIs", CODE, "note_is"))),
            new Part(
                    "written",
                    "select * from enquiry_line where participant = ? and author = 'PERSON' order by position",
                    List.of(of("at", MOMENT, "written_at"), words("words", "words", Words.ENQUIRY_WORDS))),
            new Part(
                    "answered",
                    "select * from enquiry_line where participant = ? and author = 'PROGRAMME' order by position",
                    List.of(of("at", MOMENT, "written_at"), words("words", "words", Words.ENQUIRY_ANSWER))),
            new Part(
                    "contacts",
                    "select * from participant_contact where participant = ? order by channel",
                    List.of(
                            of("channel", CODE, "channel"),
                            of("safe", FLAG, "safe"),
                            words("address", "address", Words.PARTICIPANT_CONTACT),
                            words("advice", "advice", Words.PARTICIPANT_CONTACT_ADVICE),
                            of("changedAt", MOMENT, "changed_at"))),
            new Part(
                    "others",
                    "select * from other_person where participant = ? order by number",
                    List.of(
                            words("name", "name", Words.PARTICIPANT_OTHER_PERSON),
                            of("relation", CODE, "relation"),
                            of("need", CODE, "need"))),
            new Part(
                    "keptAway",
                    "select * from conflict_name where person = ? order by position",
                    List.of(
                            words("name", "name", Words.CONFLICT_NAME),
                            of("relation", CODE, "relation"),
                            of("since", MOMENT, "stated_at"))),
            new Part(
                    "apart",
                    "select * from match_apart where participant = ? and side = 'PARTICIPANT' order by since, wish",
                    List.of(of("since", MOMENT, "since"), of("walked", FLAG, "walked"))),
            new Part(
                    "triage",
                    "select * from participant_triage where participant = ?",
                    List.of(
                            of("outcome", CODE, "outcome"),
                            of("reason", CODE, "reason"),
                            of("otherSupport", CODE, "other_support"),
                            of("imbalance", CODE, "imbalance"),
                            of("assessedAt", MOMENT, "assessed_at"),
                            of("urgency", CODE, "urgency"),
                            of("nextStep", CODE, "next_step"),
                            of("waitingSince", MOMENT, "waiting_since"))),
            new Part(
                    "firstTellings",
                    "select * from first_telling where participant = ? order by number",
                    List.of(
                            of("heardAt", MOMENT, "heard_at"),
                            of("heardBy", CODE, "heard_by"),
                            of("nextStep", CODE, "next_step"),
                            of("takenAt", MOMENT, "taken_at"))),
            new Part(
                    "consents",
                    """
                    select c.*, a.name as agency, %s as stands
                      from consent c
                      left join agency a on a.id = c.recipient
                      %s
                     where c.participant = ? order by c.asked_position""".formatted(ConsentStands.STATE, ConsentStands.YOUTH),
                    List.of(
                            of("purpose", CODE, "purpose"),
                            of("agency", NAME, "agency"),
                            of("classes", CODES, "classes"),
                            of("state", CODE, "stands"),
                            of("text", NAME, "text_name"),
                            of("textVersion", COUNT, "text_version"),
                            of("textLanguage", LANGUAGE, "text_language"),
                            of("textSha256", NAME, "text_sha256"),
                            of("askedAt", MOMENT, "asked_at"),
                            of("talkedLanguage", LANGUAGE, "talked_language"),
                            of("interpreting", CODE, "interpreting"),
                            of("understoodAt", MOMENT, "understood_at"),
                            of("answeredAt", MOMENT, "answered_at"),
                            of("lastDay", DAY, "last_day"),
                            of("endedAt", MOMENT, "ended_at"))),
            new Part(
                    "matches",
                    "select * from match where participant = ? order by requested_position",
                    List.of(
                            of("state", CODE, "state"),
                            of("requestedAt", MOMENT, "requested_at"),
                            of("startedAt", MOMENT, "started_at"),
                            of("changeAskedFor", DAY, "participant_due"),
                            of("endedAt", MOMENT, "ended_at"))),
            new Part(
                    "boundaries",
                    "select * from boundary where participant = ? and set_by = 'PARTICIPANT' order by set_position",
                    List.of(
                            of("topic", CODE, "topic"),
                            of("state", CODE, "state"),
                            words("words", "words", Words.BOUNDARY_WORDS),
                            of("setAt", MOMENT, "set_at"),
                            of("changedAt", MOMENT, "changed_at"),
                            of("liftedAt", MOMENT, "lifted_at"))),
            new Part(
                    "charter",
                    "select * from charter_stand where id = ? and side = 'OWN'",
                    List.of(
                            of("version", COUNT, "version"),
                            of("language", LANGUAGE, "language"),
                            of("readAt", MOMENT, "acknowledged_at"))),
            new Part(
                    "outsideRole",
                    // A file lies about longer than a page is read over a shoulder: as on the page, danger is only
                    // something.
                    """
                    select nullif(kind, 'danger') as kind, case when kind <> 'danger' then note end as note, said_at,
                           decision, decided_at
                      from outside_role where participant = ? order by said_position""",
                    List.of(
                            of("kind", CODE, "kind"),
                            words("note", "note", Words.OUTSIDE_ROLE_NOTE),
                            of("saidAt", MOMENT, "said_at"),
                            of("decision", CODE, "decision"),
                            of("decidedAt", MOMENT, "decided_at"))),
            new Part(
                    "meetings",
                    "select * from encounter where participant = ? order by held_at, entered_position",
                    List.of(
                            of("heldAt", MOMENT, "held_at"),
                            of("minutes", COUNT, "minutes"),
                            of("medium", CODE, "medium"),
                            of("support", CODES, "support"),
                            of("topics", CODES, "topics"),
                            of("enteredAt", MOMENT, "entered_at"))),
            new Part(
                    "meetingNotes",
                    """
                    select v.recorded_at, v.held_at, v.note
                      from encounter_version v join encounter e on e.id = v.encounter
                     where e.participant = ? and v.note is not null order by v.position""",
                    List.of(
                            of("heldAt", MOMENT, "held_at"),
                            of("recordedAt", MOMENT, "recorded_at"),
                            words("note", "note", Words.ENCOUNTER_NOTE))),
            new Part(
                    "guests",
                    """
                    select p.noted_at, p.guests, p.unagreed, e.held_at
                      from encounter_presence p join encounter e on e.id = p.encounter
                     where e.participant = ? order by p.position""",
                    List.of(
                            of("heldAt", MOMENT, "held_at"),
                            of("guests", CODES, "guests"),
                            of("withoutMyYes", CODES, "unagreed"),
                            of("notedAt", MOMENT, "noted_at"))),
            new Part(
                    "presences",
                    "select * from presence where participant = ? order by asked_position",
                    List.of(
                            of("day", DAY, "day"),
                            of("guest", CODE, "guest"),
                            of("state", CODE, "state"),
                            of("askedAt", MOMENT, "asked_at"))),
            new Part(
                    "sheets",
                    """
                    select g.version, s.title, e.held_at
                      from encounter_sheet g
                      join sheet s on s.id = g.sheet and s.version = g.version
                      join encounter e on e.id = g.encounter
                     where g.participant = ? order by g.position, s.title""",
                    List.of(
                            of("title", NAME, "title"),
                            of("version", COUNT, "version"),
                            of("heldAt", MOMENT, "held_at"))),
            new Part(
                    "goals",
                    "select * from goal where participant = ? order by set_position",
                    List.of(
                            of("about", CODE, "about"),
                            words("words", "words", Words.GOAL_WORDS),
                            of("state", CODE, "state"),
                            of("stateSince", MOMENT, "state_since"),
                            of("setAt", MOMENT, "set_at"))),
            new Part(
                    "goalWordings",
                    """
                    select w.* from goal_wording w join goal g on g.id = w.goal
                     where g.participant = ? order by g.set_position, w.position""",
                    List.of(
                            of("at", MOMENT, "written_at"),
                            of("about", CODE, "about"),
                            words("words", "words", Words.GOAL_WORDS))),
            new Part(
                    "goalRatings",
                    """
                    select r.*, g.about from goal_rating r join goal g on g.id = r.goal
                     where g.participant = ? order by g.set_position, r.position""",
                    List.of(of("about", CODE, "about"), of("rating", COUNT, "rating"), of("at", MOMENT, "rated_at"))),
            new Part(
                    "plans",
                    "select * from plan where participant = ? order by opened_position",
                    List.of(
                            of("state", CODE, "state"),
                            of("openedAt", MOMENT, "opened_at"),
                            of("closedAt", MOMENT, "closed_at"))),
            new Part(
                    "planSections",
                    """
                    select discipline, goals, shown_in is not null as shown from plan_section
                     where participant = ? order by begun_position""",
                    List.of(
                            of("discipline", CODE, "discipline"),
                            of("shown", FLAG, "shown"),
                            of("goals", COUNT, "goals"))),
            new Part(
                    "planWordings",
                    """
                    select w.*, w.section as thing, s.discipline from plan_wording w join plan_section s on s.id = w.section
                     where s.participant = ? order by w.position""",
                    List.of(
                            of("discipline", CODE, "discipline"),
                            words("words", "words", Words.PLAN_SECTION),
                            of("writtenBy", CODE, "written_by"),
                            of("at", MOMENT, "written_at"))),
            new Part(
                    "planSteps",
                    """
                    select t.*, t.section as thing, s.discipline from plan_step t join plan_section s on s.id = t.section
                     where s.participant = ? order by t.added_position""",
                    List.of(
                            of("discipline", CODE, "discipline"),
                            words("words", "words", Words.PLAN_STEP),
                            of("doer", CODE, "doer"),
                            of("due", DAY, "due"),
                            of("state", CODE, "state"),
                            of("saidAt", MOMENT, "said_at"))),
            new Part(
                    "referrals",
                    """
                    select r.*, s.name as service_name, a.name as agency_name
                      from referral r left join service s on s.id = r.service left join agency a on a.id = r.agency
                     where r.participant = ? order by r.offered_position""",
                    List.of(
                            of("need", CODE, "need"),
                            of("service", NAME, "service_name"),
                            of("agency", NAME, "agency_name"),
                            of("state", CODE, "state"),
                            of("offeredAt", MOMENT, "offered_at"),
                            of("sentAt", MOMENT, "sent_at"),
                            of("classes", CODES, "classes"),
                            words("packet", "packet", Words.REFERRAL_PACKET),
                            of("openedAt", MOMENT, "opened_at"),
                            of("answeredAt", MOMENT, "answered_at"),
                            of("whyNot", CODE, "why_not"),
                            of("startedAt", MOMENT, "started_at"),
                            of("recalledAt", MOMENT, "recalled_at"),
                            of("outcome", CODE, "outcome"),
                            words("outcomeWords", "outcome_words", Words.REFERRAL_OUTCOME),
                            of("closedAt", MOMENT, "closed_at"))),
            new Part(
                    "messages",
                    "select * from message where receiver = ? order by queued_position",
                    List.of(
                            of("occasion", CODE, "occasion"),
                            of("channel", CODE, "channel"),
                            of("state", CODE, "state"),
                            of("reason", CODE, "reason"),
                            of("queuedAt", MOMENT, "queued_at"))),
            new Part(
                    "followUp",
                    "select * from follow_up where participant = ?",
                    List.of(of("from", DAY, "asked_from"), of("channel", CODE, "channel"))),
            new Part(
                    "youth",
                    "select * from youth where participant = ?",
                    List.of(
                            of("ofAgeOn", DAY, "of_age_on"),
                            of("cameAt", MOMENT, "came_at"),
                            of("alone", CODE, "alone"))),
            new Part(
                    "guardians",
                    "select * from guardian where participant = ? order by number",
                    List.of(
                            of("number", COUNT, "number"),
                            of("standing", CODE, "standing"),
                            of("check", CODE, "checked"))),
            new Part(
                    "guardianWords",
                    "select * from guardian_word where participant = ? order by said_at, consent, number",
                    List.of(of("number", COUNT, "number"), of("yes", FLAG, "yes"), of("saidAt", MOMENT, "said_at"))),
            new Part(
                    "erasure",
                    "select * from erasure_request where person = ?",
                    List.of(of("askedOn", DAY, "asked_on"), of("answerBy", DAY, "answer_by"))),
            new Part(
                    "looks",
                    """
                    select array_to_string(roles, ' ') as roles, purpose, array_to_string(classes, ' ') as classes, times,
                           first_at, last_at
                      from look_fold where subject = ? order by last_position""",
                    List.of(
                            of("roles", CODES, "roles"),
                            of("purpose", PURPOSE, "purpose"),
                            of("classes", CODES, "classes"),
                            of("times", COUNT, "times"),
                            of("firstAt", MOMENT, "first_at"),
                            of("lastAt", MOMENT, "last_at"))));

    /** The key of what stands above it. */
    String title() {
        return "query.copy.part." + key;
    }

    /** The key of what one of its fields is called. */
    String label(Field field) {
        return "query.copy.field." + key + "." + field.key();
    }
}
