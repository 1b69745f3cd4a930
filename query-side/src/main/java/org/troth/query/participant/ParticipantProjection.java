package org.troth.query.participant;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.troth.events.encounter.EncounterEvent.Wording;
import org.troth.events.participant.ParticipantEvent.CaseClosed;
import org.troth.events.participant.ParticipantEvent.CaseReopened;
import org.troth.events.participant.ParticipantEvent.ContactMarkedUnsafe;
import org.troth.events.participant.ParticipantEvent.EnquiryAnswered;
import org.troth.events.participant.ParticipantEvent.EnquiryClosed;
import org.troth.events.participant.ParticipantEvent.EnquiryReceived;
import org.troth.events.participant.ParticipantEvent.EnquiryRecognised;
import org.troth.events.participant.ParticipantEvent.EnquiryWithdrawn;
import org.troth.events.participant.ParticipantEvent.EnquiryWordsAdded;
import org.troth.events.participant.ParticipantEvent.FirstTellingHeard;
import org.troth.events.participant.ParticipantEvent.FirstTellingStepTaken;
import org.troth.events.participant.ParticipantEvent.FollowUpChosen;
import org.troth.events.participant.ParticipantEvent.FollowUpDropped;
import org.troth.events.participant.ParticipantEvent.FollowUpMade;
import org.troth.events.participant.ParticipantEvent.IntakeCompleted;
import org.troth.events.participant.ParticipantEvent.IntakeCorrected;
import org.troth.events.participant.ParticipantEvent.OtherPersonNamed;
import org.troth.events.participant.ParticipantEvent.OtherPersonTakenOut;
import org.troth.events.participant.ParticipantEvent.ParticipantAccessNoted;
import org.troth.events.participant.ParticipantEvent.ParticipantAvailabilityStated;
import org.troth.events.participant.ParticipantEvent.ParticipantClassNoted;
import org.troth.events.participant.ParticipantEvent.ParticipantEnrolled;
import org.troth.events.participant.ParticipantEvent.ParticipantLanguagesNoted;
import org.troth.events.participant.ParticipantEvent.ReceiptGiven;
import org.troth.events.participant.ParticipantEvent.SafeContactChosen;
import org.troth.events.participant.ParticipantEvent.SuitabilityAssessed;
import org.troth.events.participant.ParticipantEvent.WaitingListJoined;
import org.troth.query.rows.KeepsRows;
import org.troth.query.rows.Rows;
import org.troth.query.rows.Write;

/** Keeps one row for each person who asks for help, and rows for the ways to reach them and for what is around them. */
@KeepsRows
final class ParticipantProjection {

    private static final Write RECEIVED = new Write("participant", """
            insert into participant (id, state, matter, language, received_at, received_position, enquiry_words)
            values (?, 'ENQUIRY', ?, ?, ?, ?, ?)
            on conflict (id) do update set
                state = excluded.state, matter = excluded.matter, language = excluded.language, needs = '', times = '',
                received_at = excluded.received_at, received_position = excluded.received_position, enrolled_at = null,
                close_reason = null, name = null, enquiry_words = excluded.enquiry_words, intake_note = null,
                receipt = null, languages = '', classes = null, access = null
            """);

    private static final Write RECEIPT = new Write("participant", "update participant set receipt = ? where id = ?");

    private static final Write TAKEN_BACK = new Write("participant", """
            update participant set state = 'CLOSED', close_reason = 'taken-back', receipt = 'SPENT', enquiry_words = null
             where id = ?
            """);

    private static final Write LINE = new Write("enquiry_line", """
            insert into enquiry_line (participant, position, written_at, author, words) values (?, ?, ?, ?, ?)
            on conflict (participant, position) do update set words = excluded.words
            """);

    private static final Write LINES_GONE = new Write("enquiry_line", "delete from enquiry_line where participant = ?");

    private static final Write CONTACTS_GONE =
            new Write("participant_contact", "delete from participant_contact where participant = ?");

    private static final Write TAKEN_IN = new Write("participant", """
            update participant set state = 'INTAKE', name = ?, matter = ?, language = ?, needs = ?, intake_note = ?
             where id = ?
            """);

    private static final Write VERSION = new Write("intake_version", """
            insert into intake_version (participant, position, written_at, reason, name, matter, language, needs, note, note_is)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (participant, position) do nothing
            """);

    private static final Write PUT_RIGHT = new Write("participant", """
            update participant set name = coalesce(?::bytea, name), matter = coalesce(?, matter), language = coalesce(?, language),
                   needs = coalesce(?, needs), intake_note = case when ? = 'KEPT' then intake_note else ?::bytea end
             where id = ?
            """);

    private static final Write CLASSES = new Write("participant", "update participant set classes = ? where id = ?");

    private static final Write LANGUAGES =
            new Write("participant", "update participant set languages = ? where id = ?");

    private static final Write ACCESS = new Write("participant", "update participant set access = ? where id = ?");

    /** One part that was said by itself. */
    private static final Write PART = new Write("intake_version", """
            insert into intake_version (participant, position, written_at, reason, part, classes, languages, access, note_is)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'KEPT')
            on conflict (participant, position) do nothing
            """);

    private static final Write ENROLLED =
            new Write("participant", "update participant set state = 'ENROLLED', enrolled_at = ? where id = ?");

    private static final Write CLOSED =
            new Write("participant", "update participant set state = 'CLOSED', close_reason = ? where id = ?");

    private static final Write CONTACT = new Write("participant_contact", """
            insert into participant_contact (participant, channel, safe, address, advice, changed_at)
            values (?, ?, true, ?, ?, ?)
            on conflict (participant, channel) do update set
                safe = true, address = excluded.address, advice = excluded.advice, changed_at = excluded.changed_at
            """);

    private static final Write UNSAFE = new Write("participant_contact", """
            insert into participant_contact (participant, channel, safe, changed_at) values (?, ?, false, ?)
            on conflict (participant, channel) do update set
                safe = false, address = null, advice = null, changed_at = excluded.changed_at
            """);

    private static final Write TIMES = new Write("participant", "update participant set times = ? where id = ?");

    private static final Write ASSESSED = new Write("participant_triage", """
            insert into participant_triage (participant, outcome, reason, other_support, imbalance, assessed_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (participant) do update set
                outcome = excluded.outcome, reason = excluded.reason, other_support = excluded.other_support,
                imbalance = excluded.imbalance, assessed_at = excluded.assessed_at
            """);

    /** A new urgency does not begin the waiting anew. */
    private static final Write WAITING = new Write("participant_triage", """
            insert into participant_triage (participant, urgency, next_step, waiting_since) values (?, ?, ?, ?)
            on conflict (participant) do update set
                urgency = excluded.urgency, next_step = excluded.next_step,
                waiting_since = coalesce(participant_triage.waiting_since, excluded.waiting_since)
            """);

    private static final Write LIST_LEFT = new Write("participant_triage", """
            update participant_triage set urgency = null, next_step = null, waiting_since = null where participant = ?
            """);

    private static final Write REOPENED =
            new Write("participant", "update participant set state = 'ENROLLED', close_reason = null where id = ?");

    private static final Write WISHED = new Write("follow_up", """
            insert into follow_up (participant, asked_from, channel) values (?, ?, ?)
            on conflict (participant) do update set asked_from = excluded.asked_from, channel = excluded.channel
            """);

    private static final Write WISH_GONE = new Write("follow_up", "delete from follow_up where participant = ?");

    private static final Write TOLD = new Write("first_telling", """
            insert into first_telling (participant, number, position, heard_at, heard_by, next_step)
            values (?, ?, ?, ?, ?, ?)
            on conflict (participant, number) do update set
                position = excluded.position, heard_at = excluded.heard_at, heard_by = excluded.heard_by,
                next_step = excluded.next_step, taken_at = null
            """);

    private static final Write STEP_TAKEN =
            new Write("first_telling", "update first_telling set taken_at = ? where participant = ? and number = ?");

    private static final Write TELLINGS_GONE =
            new Write("first_telling", "delete from first_telling where participant = ?");

    private static final Write NAMED = new Write("other_person", """
            insert into other_person (participant, number, name, relation, need) values (?, ?, ?, ?, ?)
            on conflict (participant, number) do update set
                name = excluded.name, relation = excluded.relation, need = excluded.need
            """);

    private static final Write TAKEN_OUT =
            new Write("other_person", "delete from other_person where participant = ? and number = ?");

    private final Rows rows;

    ParticipantProjection(Rows rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(EnquiryReceived fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                RECEIVED,
                fact.participant().value(),
                fact.matter(),
                fact.language(),
                at,
                Rows.position(token),
                fact.words());
    }

    @EventHandler
    void on(ReceiptGiven fact) {
        rows.write(RECEIPT, "HELD", fact.participant().value());
    }

    @EventHandler
    void on(EnquiryRecognised fact) {
        rows.write(RECEIPT, "SPENT", fact.participant().value());
    }

    @EventHandler
    void on(EnquiryWordsAdded fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(LINE, fact.participant().value(), Rows.position(token), at, "PERSON", fact.words());
    }

    @EventHandler
    void on(EnquiryAnswered fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(LINE, fact.participant().value(), Rows.position(token), at, "PROGRAMME", fact.words());
    }

    /** What was taken back is shown to nobody any more. */
    @EventHandler
    void on(EnquiryWithdrawn fact) {
        UUID person = fact.participant().value();
        rows.write(TAKEN_BACK, person);
        rows.write(LINES_GONE, person);
        rows.write(CONTACTS_GONE, person);
        rows.write(TELLINGS_GONE, person);
    }

    @EventHandler
    void on(IntakeCompleted fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                VERSION,
                fact.participant().value(),
                Rows.position(token),
                at,
                null,
                fact.name(),
                fact.matter(),
                fact.language(),
                fact.needs(),
                fact.note(),
                fact.note() == null ? Wording.KEPT : Wording.CHANGED);
        rows.write(
                TAKEN_IN,
                fact.name(),
                fact.matter(),
                fact.language(),
                fact.needs(),
                fact.note(),
                fact.participant().value());
    }

    @EventHandler
    void on(IntakeCorrected fact, @Timestamp Instant at, TrackingToken token) {
        UUID person = fact.participant().value();
        rows.write(
                VERSION,
                person,
                Rows.position(token),
                at,
                fact.reason(),
                fact.name(),
                fact.matter(),
                fact.language(),
                fact.needs(),
                fact.note(),
                fact.noteIs());
        rows.write(
                PUT_RIGHT,
                fact.name(),
                fact.matter(),
                fact.language(),
                fact.needs(),
                fact.noteIs(),
                fact.note(),
                person);
    }

    @EventHandler
    void on(ParticipantClassNoted fact, @Timestamp Instant at, TrackingToken token) {
        UUID person = fact.participant().value();
        rows.write(PART, person, Rows.position(token), at, fact.reason(), "CLASS", fact.classes(), null, null);
        rows.write(CLASSES, fact.classes(), person);
    }

    @EventHandler
    void on(ParticipantLanguagesNoted fact, @Timestamp Instant at, TrackingToken token) {
        UUID person = fact.participant().value();
        rows.write(PART, person, Rows.position(token), at, fact.reason(), "LANGUAGES", null, fact.languages(), null);
        rows.write(LANGUAGES, fact.languages(), person);
    }

    @EventHandler
    void on(ParticipantAccessNoted fact, @Timestamp Instant at, TrackingToken token) {
        UUID person = fact.participant().value();
        rows.write(PART, person, Rows.position(token), at, fact.reason(), "ACCESS", null, null, fact.access());
        rows.write(ACCESS, fact.access(), person);
    }

    @EventHandler
    void on(SuitabilityAssessed fact, @Timestamp Instant at) {
        rows.write(
                ASSESSED,
                fact.participant().value(),
                fact.outcome(),
                fact.reason(),
                fact.otherSupport(),
                fact.imbalance(),
                at);
    }

    @EventHandler
    void on(WaitingListJoined fact, @Timestamp Instant at) {
        rows.write(WAITING, fact.participant().value(), fact.urgency(), fact.nextStep(), at);
    }

    @EventHandler
    void on(ParticipantEnrolled fact, @Timestamp Instant at) {
        rows.write(ENROLLED, at, fact.participant().value());
    }

    @EventHandler
    void on(EnquiryClosed fact) {
        rows.write(CLOSED, fact.reason(), fact.participant().value());
    }

    @EventHandler
    void on(CaseClosed fact) {
        UUID person = fact.participant().value();
        rows.write(CLOSED, fact.reason(), person);
        rows.write(LIST_LEFT, person);
    }

    @EventHandler
    void on(CaseReopened fact) {
        rows.write(REOPENED, fact.participant().value());
    }

    @EventHandler
    void on(FollowUpChosen fact) {
        rows.write(WISHED, fact.participant().value(), fact.from(), fact.channel());
    }

    @EventHandler
    void on(FollowUpDropped fact) {
        rows.write(WISH_GONE, fact.participant().value());
    }

    @EventHandler
    void on(FollowUpMade fact) {
        rows.write(WISH_GONE, fact.participant().value());
    }

    @EventHandler
    void on(FirstTellingHeard fact, @Timestamp Instant at, TrackingToken token) {
        rows.write(
                TOLD,
                fact.participant().value(),
                fact.number(),
                Rows.position(token),
                at,
                fact.heardBy(),
                fact.nextStep());
    }

    @EventHandler
    void on(FirstTellingStepTaken fact, @Timestamp Instant at) {
        rows.write(STEP_TAKEN, at, fact.participant().value(), fact.number());
    }

    @EventHandler
    void on(OtherPersonNamed fact) {
        rows.write(NAMED, fact.participant().value(), fact.number(), fact.name(), fact.relation(), fact.need());
    }

    @EventHandler
    void on(OtherPersonTakenOut fact) {
        rows.write(TAKEN_OUT, fact.participant().value(), fact.number());
    }

    @EventHandler
    void on(SafeContactChosen fact, @Timestamp Instant at) {
        rows.write(CONTACT, fact.participant().value(), fact.channel(), fact.address(), fact.advice(), at);
    }

    @EventHandler
    void on(ContactMarkedUnsafe fact, @Timestamp Instant at) {
        rows.write(UNSAFE, fact.participant().value(), fact.channel(), at);
    }

    @EventHandler
    void on(ParticipantAvailabilityStated fact) {
        rows.write(TIMES, fact.times(), fact.participant().value());
    }
}
