package org.troth.query.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.overview.CaseFile.Consent;
import org.troth.query.overview.CaseFile.Meeting;
import org.troth.query.overview.CaseFile.Referral;
import org.troth.query.overview.CaseFile.Triage;
import org.troth.query.reading.Columns;
import org.troth.query.reading.ConsentStands;
import org.troth.query.reading.Records;

/** What the case page, a participant's own page and a volunteer's own page ask about one person; words are sealed. */
@Repository
class CaseViews {

    private static final int MOST = 50;

    /**
     * The person.
     *
     * @param ended why support ended, where it had begun and has ended
     */
    record CaseRow(
            UUID id,
            @Nullable Sealed name,
            String stage,
            Instant stageSince,
            String matter,
            String language,
            List<String> needs,
            List<String> times,
            Instant receivedAt,
            @Nullable Sealed enquiryWords,
            @Nullable Sealed intakeNote,
            @Nullable String receipt,
            @Nullable String ended,
            List<String> otherLanguages,
            @Nullable Sealed classes,
            @Nullable Sealed access) {}

    /** Words written under the code of an enquiry. */
    record NoteRow(
            Instant writtenAt, String author, @Nullable Sealed words) {}

    /** A way to reach them. */
    record ContactRow(
            String channel,
            boolean safe,
            @Nullable Sealed address,
            @Nullable Sealed advice) {}

    /** A match or the request for one, with the names of both. */
    record MatchRow(
            UUID id,
            UUID participant,
            @Nullable Sealed participantName,
            @Nullable UUID volunteer,
            @Nullable Sealed volunteerName,
            @Nullable Sealed volunteerContact,
            String state,
            boolean participantAccepted,
            boolean volunteerAccepted,
            @Nullable Instant startedAt,
            @Nullable LocalDate changeDue,
            OwnAsking asking) {}

    /**
     * By when a change is to be arranged that each side asked for, of the coordinator and of the second contact: for that
     * side's own page and no other.
     *
     * @param somebodyThere whether anybody can receive what is asked of the second contact
     */
    record OwnAsking(
            @Nullable LocalDate participant,
            @Nullable LocalDate volunteer,
            @Nullable LocalDate participantOfSecond,
            @Nullable LocalDate volunteerOfSecond,
            boolean somebodyThere) {}

    /** A boundary; its words are under its author's key. */
    record BoundaryRow(
            UUID id,
            UUID match,
            String setBy,
            UUID author,
            String topic,
            @Nullable Sealed words) {}

    private final JdbcClient jdbc;

    CaseViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CaseRow> one(UUID participant) {
        return jdbc.sql("""
            select p.*, c.stage, c.stage_since from participant p join case_now c on c.participant = p.id
             where p.id = ?
            """)
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID id = columns.id("id");
                    return new CaseRow(
                            id,
                            columns.words("name", Words.PARTICIPANT_NAME, id),
                            columns.code("stage"),
                            columns.at("stage_since"),
                            columns.code("matter"),
                            columns.code("language"),
                            columns.codes("needs"),
                            columns.codes("times"),
                            columns.at("received_at"),
                            columns.words("enquiry_words", Words.ENQUIRY_WORDS, id),
                            columns.words("intake_note", Words.INTAKE_NOTE, id),
                            columns.codeOrNone("receipt"),
                            columns.atOrNone("enrolled_at") == null ? null : columns.codeOrNone("close_reason"),
                            columns.codes("languages"),
                            columns.words("classes", Words.PARTICIPANT_CLASS, id),
                            columns.words("access", Words.PARTICIPANT_ACCESS, id));
                })
                .optional();
    }

    /** What they need in order to take part, for whoever is to meet them. */
    Optional<Sealed> accessOf(UUID participant) {
        return jdbc.sql("select access from participant where id = ? and access is not null")
                .param(participant)
                .query((row, at) ->
                        Objects.requireNonNull(new Columns(row).words("access", Words.PARTICIPANT_ACCESS, participant)))
                .optional();
    }

    Optional<Triage> triageOf(UUID participant) {
        return jdbc.sql("select * from participant_triage where participant = ?")
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Triage(
                            columns.codeOrNone("outcome"),
                            columns.codeOrNone("reason"),
                            columns.codeOrNone("other_support"),
                            columns.codeOrNone("imbalance"),
                            columns.atOrNone("assessed_at"),
                            columns.codeOrNone("urgency"),
                            columns.codeOrNone("next_step"),
                            columns.atOrNone("waiting_since"));
                })
                .optional();
    }

    /** The newest of what was written, in the order in which it was. */
    List<NoteRow> notesOf(UUID participant) {
        return jdbc.sql("""
            select written_at, author, words
            from (select * from enquiry_line where participant = ? order by position desc limit ?) as newest
            order by position
            """)
                .params(participant, MOST)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    String author = columns.code("author");
                    Words words = author.equals("PROGRAMME") ? Words.ENQUIRY_ANSWER : Words.ENQUIRY_WORDS;
                    return new NoteRow(columns.at("written_at"), author, columns.words("words", words, participant));
                })
                .list();
    }

    /**
     * A way that was marked unsafe in another record of the same person is unsafe, until it is chosen in this one after the two
     * were known to be one.
     */
    List<ContactRow> contactsOf(UUID participant) {
        return jdbc.sql("""
                        select c.channel, c.address, c.advice, c.safe and not %s as safe
                          from participant_contact c where c.participant = ? order by c.channel
                        """.formatted(Records.UNSAFE_ELSEWHERE))
                .param(participant)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    boolean safe = columns.flag("safe");
                    return new ContactRow(
                            columns.code("channel"),
                            safe,
                            safe ? columns.words("address", Words.PARTICIPANT_CONTACT, participant) : null,
                            safe ? columns.words("advice", Words.PARTICIPANT_CONTACT_ADVICE, participant) : null);
                })
                .list();
    }

    /** Of one person, under all of these records. */
    List<Consent> consentsOf(List<UUID> participants) {
        return jdbc.sql("""
            select c.id, c.state, %s as stands, c.purpose, a.name as recipient, c.last_day, c.asked_at, c.understood_at,
                   c.renewed
              from consent c
              left join agency a on a.id = c.recipient
              %s
             where c.participant in (:participants) order by c.asked_position desc limit :most
            """.formatted(ConsentStands.STATE, ConsentStands.YOUTH))
                .param("participants", participants)
                .param("most", MOST)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Consent(
                            columns.id("id"),
                            columns.code("state"),
                            columns.code("stands"),
                            columns.code("purpose"),
                            columns.codeOrNone("recipient"),
                            columns.dayOrNone("last_day"),
                            columns.at("asked_at"),
                            columns.atOrNone("understood_at"),
                            columns.flag("renewed"));
                })
                .list();
    }

    List<MatchRow> matchesOf(List<UUID> participants) {
        return matches("m.participant in (:whose)", participants);
    }

    /** Matches that a volunteer is asked about or walks in now. */
    List<MatchRow> walksOf(UUID volunteer) {
        return matches("m.volunteer in (:whose) and m.state in ('PROPOSED', 'STARTED')", List.of(volunteer));
    }

    private List<MatchRow> matches(String whose, List<UUID> people) {
        return jdbc.sql("""
                        select m.*, p.name as participant_name, v.name as volunteer_name, v.contact as volunteer_contact,
                               s.participant_due as participant_second, s.volunteer_due as volunteer_second,
                               exists (select from account_role r join account a on a.id = r.account
                                        where r.role = 'SECOND_CONTACT' and a.password_at is not null and not a.locked
                                          and a.left_at is null) as second_there
                          from match m join participant p on p.id = m.participant
                          left join volunteer v on v.id = m.volunteer
                          left join second_contact s on s.match = m.id
                         where %s order by m.requested_position desc limit :most
                        """.formatted(whose))
                .param("whose", people)
                .param("most", MOST)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID participant = columns.id("participant");
                    UUID volunteer = columns.idOrNone("volunteer");
                    return new MatchRow(
                            columns.id("id"),
                            participant,
                            columns.words("participant_name", Words.PARTICIPANT_NAME, participant),
                            volunteer,
                            columns.words("volunteer_name", Words.VOLUNTEER_NAME, volunteer),
                            columns.words("volunteer_contact", Words.VOLUNTEER_CONTACT, volunteer),
                            columns.code("state"),
                            columns.flag("participant_accepted"),
                            columns.flag("volunteer_accepted"),
                            columns.atOrNone("started_at"),
                            columns.dayOrNone("change_due"),
                            new OwnAsking(
                                    columns.dayOrNone("participant_due"),
                                    columns.dayOrNone("volunteer_due"),
                                    columns.dayOrNone("participant_second"),
                                    columns.dayOrNone("volunteer_second"),
                                    columns.flag("second_there")));
                })
                .list();
    }

    /** The boundaries of a match that hold, newest first. */
    List<BoundaryRow> boundariesOf(UUID match) {
        return jdbc.sql("""
            select id, match, set_by, author, topic, words from boundary
             where match = ? and state = 'SET' order by set_position desc limit ?
            """)
                .params(match, MOST)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    UUID author = columns.id("author");
                    return new BoundaryRow(
                            columns.id("id"),
                            columns.id("match"),
                            columns.code("set_by"),
                            author,
                            columns.code("topic"),
                            columns.words("words", Words.BOUNDARY_WORDS, author));
                })
                .list();
    }

    /** The latest meetings of a participant, whichever match they were of. */
    List<Meeting> meetingsOf(List<UUID> participants, int limit) {
        return meetings("participant", participants, limit);
    }

    /** The latest meetings of a match. */
    List<Meeting> meetingsOfMatch(UUID match, int limit) {
        return meetings("match", List.of(match), limit);
    }

    private List<Meeting> meetings(String column, List<UUID> whose, int limit) {
        return jdbc.sql("""
            select id, match, held_at, zone, minutes, medium, support, topics, findings, unagreed,
                   entered_at, corrected_at, proposed_at
              from encounter where %s in (:whose) order by held_at desc, entered_position desc limit :limit
            """.formatted(column))
                .param("whose", whose)
                .param("limit", limit)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    List<String> findings = columns.codes("findings");
                    return new Meeting(
                            columns.id("id"),
                            columns.id("match"),
                            columns.at("held_at"),
                            columns.code("zone"),
                            columns.count("minutes"),
                            columns.code("medium"),
                            columns.codes("support"),
                            columns.codes("topics"),
                            findings.contains("LATE_ENTRY"),
                            !findings.contains("NOT_QUALIFIED"),
                            columns.flag("unagreed"),
                            columns.at("entered_at"),
                            columns.atOrNone("corrected_at"),
                            columns.atOrNone("proposed_at"));
                })
                .list();
    }

    /** The match of the next meeting of which they are asked whether somebody else may be there. */
    Optional<UUID> presenceToAnswer(List<UUID> participants, LocalDate today) {
        return jdbc.sql("""
                        select match from presence
                         where participant in (:participants) and state = 'ASKED' and day >= :today
                         order by day limit 1
                        """)
                .param("participants", participants)
                .param("today", today)
                .query((row, at) -> new Columns(row).id("match"))
                .optional();
    }

    /** The latest messages to one person. */
    List<CaseFile.Message> messagesTo(List<UUID> receivers, int limit) {
        return jdbc.sql("""
                        select occasion, state, channel, reason, queued_at, moved_at
                          from message where receiver in (:receivers) order by queued_position desc limit :limit
                        """)
                .param("receivers", receivers)
                .param("limit", limit)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new CaseFile.Message(
                            columns.code("occasion"),
                            columns.code("state"),
                            columns.codeOrNone("channel"),
                            columns.codeOrNone("reason"),
                            columns.at("queued_at"),
                            columns.at("moved_at"));
                })
                .list();
    }

    /** The sheets that were given to them at meetings, the last first. */
    List<CaseFile.Sheet> sheetsOf(List<UUID> participants, int limit) {
        return jdbc.sql("""
            select g.sheet, g.version, s.title, e.held_at, e.zone
              from encounter_sheet g
              join sheet s on s.id = g.sheet and s.version = g.version
              join encounter e on e.id = g.encounter
             where g.participant in (:participants) order by g.position desc, s.title limit :limit
            """)
                .param("participants", participants)
                .param("limit", limit)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new CaseFile.Sheet(
                            columns.id("sheet"),
                            columns.count("version"),
                            columns.code("title"),
                            columns.at("held_at"),
                            columns.code("zone"));
                })
                .list();
    }

    List<Referral> referralsOf(List<UUID> participants) {
        return jdbc.sql("""
            select r.id, r.state, r.need, s.name as service, a.name as agency, r.offered_at
              from referral r left join service s on s.id = r.service left join agency a on a.id = r.agency
             where r.participant in (:participants) order by r.offered_position desc limit :most
            """)
                .param("participants", participants)
                .param("most", MOST)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Referral(
                            columns.id("id"),
                            columns.code("state"),
                            columns.code("need"),
                            columns.codeOrNone("service"),
                            columns.codeOrNone("agency"),
                            columns.at("offered_at"));
                })
                .list();
    }
}
