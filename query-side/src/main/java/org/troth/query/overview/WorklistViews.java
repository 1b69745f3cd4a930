package org.troth.query.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.events.disclosure.SubjectKind;
import org.troth.query.reading.Columns;
import org.troth.query.reading.ConsentStands;
import org.troth.query.reading.Records;

/** What the worklist and its charts ask; each question walks one index as far as it shows. */
@Repository
class WorklistViews {

    /** As far as is counted where counting would take long. */
    static final int COUNTED = 100;

    /** Somebody who waits, nearly always a participant; the name is sealed. */
    record Row(
            SubjectKind kind,
            UUID person,
            @Nullable Sealed name,
            @Nullable UUID thing,
            Instant since,
            @Nullable LocalDate due,
            @Nullable String detail) {}

    /** The figures of one month. */
    record Month(LocalDate month, long enquiries, long enrolments) {}

    private static final String NEVER = "null::date";

    private final JdbcClient jdbc;

    WorklistViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What leads to another record waits there and is not counted twice, unless nothing is waited for there any more. */
    private static final String FOLLOWED = """
            not exists (select from merging g join case_now k on k.participant = g.kept
                         where g.merged = c.participant and g.state = 'MERGED' and k.stage <> 'CLOSED')""";

    List<Row> inStage(Stage stage, Sieve sieve, int offset, int limit) {
        return lines("""
            select c.participant, p.name, c.match as thing, c.stage_since as since, null::date as due,
                   p.matter as detail
              from case_now c join participant p on p.id = c.participant
             where c.stage = ? and %s%s order by c.stage_position offset ? limit ?
            """.formatted(FOLLOWED, sieve.conditions(NEVER)), List.of(stage.name()), sieve, offset, limit);
    }

    List<Row> changes(Sieve sieve, int offset, int limit) {
        return lines("""
            select c.participant, p.name, c.match as thing, c.stage_since as since, c.change_due as due,
                   null as detail
              from case_now c join participant p on p.id = c.participant
             where c.change_due is not null%s order by c.change_due, c.participant offset ? limit ?
            """.formatted(sieve.conditions("c.change_due")), List.of(), sieve, offset, limit);
    }

    /** Nobody loses their place: under another record they wait only where that one is on the list, or they are walked with. */
    private static final String LISTED = """
            c.urgency is not null and c.stage in ('INTAKE', 'ENROLLED', 'REQUESTED', 'PROPOSED')
             and not exists (select from merging g join case_now k on k.participant = g.kept
                         where g.merged = c.participant and g.state = 'MERGED'
                           and (k.stage = 'WALKING'
                                or (k.urgency is not null
                                    and k.stage in ('INTAKE', 'ENROLLED', 'REQUESTED', 'PROPOSED'))))""";

    List<Row> waitingList(Sieve sieve, int offset, int limit) {
        return lines("""
                        select c.participant, p.name, c.match as thing, p.received_at as since, null::date as due,
                               case c.urgency when 0 then 'URGENT' when 1 then 'SOON' else 'STEADY' end as detail
                          from case_now c join participant p on p.id = c.participant
                         where %s%s order by c.urgency, c.asked_position offset ? limit ?
                        """.formatted(LISTED, sieve.conditions(NEVER)), List.of(), sieve, offset, limit);
    }

    long waitingListCounted() {
        return counted("select from case_now c where " + LISTED + " limit ?", List.of(COUNTED));
    }

    /** How many people's first match began, and how many days they waited in all, by matter. */
    record Waited(String matter, long people, long days) {}

    /** By the key likewise. */
    List<Waited> waited() {
        return jdbc.sql("select matter, people, days from waited where matter > '' order by matter")
                .query((row, at) -> new Waited(row.getString("matter"), row.getLong("people"), row.getLong("days")))
                .list();
    }

    /** Whoever's support has ended is asked nothing. */
    private static final String ENDING = """
            c.state = 'GIVEN' and not c.renewed and c.last_day <= ?
             and not exists (select from case_now n where n.participant = c.participant and n.stage = 'CLOSED')""";

    List<Row> consentsEnding(LocalDate until, Sieve sieve, int offset, int limit) {
        return lines("""
            select c.participant, p.name, c.id as thing, c.asked_at as since, c.last_day as due,
                   c.purpose as detail
              from consent c join participant p on p.id = c.participant
             where %s%s order by c.last_day, c.id offset ? limit ?
            """.formatted(ENDING, sieve.conditions("c.last_day")), List.of(until), sieve, offset, limit);
    }

    /** What ended when they came of age and was not asked anew since. Whoever's support has ended is asked nothing. */
    private static final String LAPSED =
            """
            from consent c %s
             where c.text_name like '%%-young' and c.state in ('ASKED', 'GIVEN') and not c.asked_anew
               and y.came_at is not null and %s = 'LAPSED'
               and not exists (select from %s r (id) join consent n on n.participant = r.id
                                 where n.purpose = c.purpose and n.recipient is not distinct from c.recipient
                                   and n.asked_position > c.asked_position)
               and not exists (select from case_now n where n.participant = c.participant and n.stage = 'CLOSED')
            """.formatted(ConsentStands.YOUTH, ConsentStands.STATE, Records.samePersonAs("c.participant"));

    List<Row> lapsed(Sieve sieve, int offset, int limit) {
        return lines("""
            select l.participant, p.name, l.recipient as thing, l.came_at as since, null::date as due,
                   l.purpose as detail
              from (select c.participant, c.purpose, c.recipient, c.asked_position, y.came_at %s) l
              join participant p on p.id = l.participant
             where true%s order by l.came_at, l.asked_position offset ? limit ?
            """.formatted(LAPSED, sieve.conditions(NEVER)), List.of(), sieve, offset, limit);
    }

    long lapsedCounted() {
        return counted("select " + LAPSED + " limit ?", List.of(COUNTED));
    }

    /**
     * What was asked or answered in words that are not for them: as if they were of age, or as if they still were not. What lapsed on
     * their day has a line of its own.
     */
    private static final String IN_OTHER_WORDS = """
            from (select w.id from consent w
                   where w.text_name like '%%-young' and w.state in ('ASKED', 'GIVEN') and not w.asked_anew
                  union
                  select w.id from youth o join consent w on w.participant = o.participant
                   where w.text_name not like '%%-young' and w.state in ('ASKED', 'GIVEN') and not w.asked_anew
                     and (w.answered_at is null or w.answered_at < o.of_age_at)
                  union
                  select w.id from merging g join youth o on o.participant in (g.kept, g.merged)
                   cross join lateral %s r (id) join consent w on w.participant = r.id
                   where g.state = 'MERGED' and w.state in ('ASKED', 'GIVEN') and not w.asked_anew) t
              join consent c on c.id = t.id %s
             where (%s = 'TO_ASK_ANEW'
                    or (c.state = 'ASKED'
                        and (c.text_name like '%%-young') = (y.of_age_at is null or y.came_at is not null)))
               and not exists (select from %s r (id) join consent n on n.participant = r.id
                                 where n.purpose = c.purpose and n.recipient is not distinct from c.recipient
                                   and n.asked_position > c.asked_position)
               and not exists (select from case_now n where n.participant = c.participant and n.stage = 'CLOSED')
            """.formatted(
                    Records.samePersonAs("o.participant"),
                    ConsentStands.YOUTH,
                    ConsentStands.STATE,
                    Records.samePersonAs("c.participant"));

    List<Row> toAskAnew(Sieve sieve, int offset, int limit) {
        return lines("""
            select l.participant, p.name, l.recipient as thing, l.since, null::date as due, l.purpose as detail
              from (select c.participant, c.purpose, c.recipient, c.asked_position,
                           coalesce(c.answered_at, c.asked_at) as since %s) l
              join participant p on p.id = l.participant
             where true%s order by l.asked_position offset ? limit ?
            """.formatted(IN_OTHER_WORDS, sieve.conditions(NEVER)), List.of(), sieve, offset, limit);
    }

    long toAskAnewCounted() {
        return counted("select " + IN_OTHER_WORDS + " limit ?", List.of(COUNTED));
    }

    /** Nothing was asked or said since, under any of their records, no other yes is in force, and support goes on. */
    private static final String TAKEN_BACK = """
            c.purpose = 'SUPPORT' and c.state = 'WITHDRAWN'
             and not exists (select from %1$s r (id) join consent n on n.participant = r.id
                               where n.purpose = 'SUPPORT' and n.id <> c.id
                                 and (n.state = 'GIVEN' or n.asked_position > coalesce(c.said_position, c.asked_position)
                                      or n.said_position > coalesce(c.said_position, c.asked_position)))
             and not exists (select from %1$s r (id) join case_now n on n.participant = r.id where n.stage = 'CLOSED')""".formatted(Records.samePersonAs("c.participant"));

    List<Row> takenBack(Sieve sieve, int offset, int limit) {
        return lines("""
            select c.participant, p.name, c.id as thing, c.ended_at as since, null::date as due, null as detail
              from consent c join participant p on p.id = c.participant
             where %s%s order by c.said_position, c.id offset ? limit ?
            """.formatted(TAKEN_BACK, sieve.conditions(NEVER)), List.of(), sieve, offset, limit);
    }

    long takenBackCounted() {
        return counted("select from consent c where " + TAKEN_BACK + " limit ?", List.of(COUNTED));
    }

    List<Row> referralsWithoutAnswer(Sieve sieve, int offset, int limit) {
        return lines("""
            select r.participant, p.name, r.id as thing, r.sent_at as since, r.unanswered_since as due,
                   r.need as detail
              from referral r join participant p on p.id = r.participant
             where r.state = 'SENT'%s order by r.sent_at, r.id offset ? limit ?
            """.formatted(sieve.conditions("r.unanswered_since")), List.of(), sieve, offset, limit);
    }

    List<Row> nextSteps(Sieve sieve, int offset, int limit) {
        return lines("""
            select t.participant, p.name, null::uuid as thing, t.heard_at as since, null::date as due,
                   t.next_step as detail
              from first_telling t join participant p on p.id = t.participant
             where t.next_step is not null and t.taken_at is null%s order by t.position offset ? limit ?
            """.formatted(sieve.conditions(NEVER)), List.of(), sieve, offset, limit);
    }

    /** Whoever wished to be asked from this day on or before, and whose support has ended. */
    List<Row> followUps(LocalDate today, Sieve sieve, int offset, int limit) {
        return lines("""
            select f.participant, p.name, null::uuid as thing, c.stage_since as since, f.asked_from as due,
                   f.channel as detail
              from follow_up f join case_now c on c.participant = f.participant
              join participant p on p.id = f.participant
             where c.stage = 'CLOSED' and f.asked_from <= ?%s order by f.asked_from, f.participant offset ? limit ?
            """.formatted(sieve.conditions("f.asked_from")), List.of(today), sieve, offset, limit);
    }

    List<Row> recallsToTell(Sieve sieve, int offset, int limit) {
        return lines("""
            select r.participant, p.name, r.id as thing, r.recalled_at as since, null::date as due,
                   r.need as detail
              from referral r join participant p on p.id = r.participant
             where r.recalled_at is not null and r.told_on is null%s
             order by r.recalled_at, r.id offset ? limit ?
            """.formatted(sieve.conditions(NEVER)), List.of(), sieve, offset, limit);
    }

    /** A day is told as its noon, which is on that day in nearly every zone. */
    List<Row> erasures(Sieve sieve, int offset, int limit) {
        return jdbc.sql("""
                        select e.side, e.person, coalesce(p.name, v.name) as name,
                               (e.asked_on + time '12:00') at time zone 'UTC' as since, e.answer_by as due
                          from erasure_request e
                          left join participant p on e.side = 'PARTICIPANT' and p.id = e.person
                          left join volunteer v on e.side = 'VOLUNTEER' and v.id = e.person
                         where true%s order by e.answer_by, e.position offset ? limit ?
                        """.formatted(sieve.conditions("e.answer_by")))
                .params(values(List.of(), sieve, offset, limit))
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    boolean participant = columns.code("side").equals(SubjectKind.PARTICIPANT.name());
                    UUID person = columns.id("person");
                    return new Row(
                            participant ? SubjectKind.PARTICIPANT : SubjectKind.VOLUNTEER,
                            person,
                            columns.words("name", participant ? Words.PARTICIPANT_NAME : Words.VOLUNTEER_NAME, person),
                            null,
                            columns.at("since"),
                            columns.day("due"),
                            participant ? SubjectKind.PARTICIPANT.name() : SubjectKind.VOLUNTEER.name());
                })
                .list();
    }

    /** Two records of which one coordinator thinks that they are of one person. */
    List<Row> merges(Sieve sieve, int offset, int limit) {
        return lines("""
            select g.kept as participant, p.name, g.merged as thing, g.since, null::date as due, g.ground as detail
              from merging g join participant p on p.id = g.kept
             where g.state = 'PROPOSED'%s order by g.position offset ? limit ?
            """.formatted(sieve.conditions(NEVER)), List.of(), sieve, offset, limit);
    }

    long mergesCounted() {
        return counted("select from merging where state = 'PROPOSED' limit ?", List.of(COUNTED));
    }

    /** Corrections of meetings that nobody but their writer has looked at. */
    List<Row> correctionsToLookAt(Sieve sieve, int offset, int limit) {
        return lines("""
            select e.participant, p.name, e.id as thing, e.proposed_at as since, null::date as due, e.proposed_reason as detail
              from encounter e join participant p on p.id = e.participant
             where e.proposed_position is not null%s order by e.proposed_position offset ? limit ?
            """.formatted(sieve.conditions(NEVER)), List.of(), sieve, offset, limit);
    }

    long correctionsCounted() {
        return counted("select from encounter where proposed_position is not null limit ?", List.of(COUNTED));
    }

    long erasuresCounted() {
        return counted("select from erasure_request limit ?", List.of(COUNTED));
    }

    /**
     * While support has ended no referral can be offered; it waits again when support begins again. Danger waits on: whoever is in it
     * may have been made to end support, and somebody has to see it.
     */
    private static final String OUTSIDE = """
            o.decided_at is null
             and (o.rank = 0
                  or not exists (select from case_now n where n.participant = o.participant and n.stage = 'CLOSED'))""";

    /** What lies outside the role and waits for a decision: danger before everything else. */
    List<Row> outsideToDecide(Sieve sieve, int offset, int limit) {
        return lines("""
            select o.participant, p.name, o.id as thing, o.said_at as since, null::date as due, o.kind as detail
              from outside_role o join participant p on p.id = o.participant
             where %s%s order by o.rank, o.said_position offset ? limit ?
            """.formatted(OUTSIDE, sieve.conditions(NEVER)), List.of(), sieve, offset, limit);
    }

    long outsideCounted() {
        return counted("select from outside_role o where " + OUTSIDE + " limit ?", List.of(COUNTED));
    }

    /** Who has read a version under any of the records that are theirs: few people have more than one. */
    private static final String READ_UNDER_ANY = """
            (with record as (
                 select merged as id, kept from merging where state = 'MERGED'
                 union select kept, kept from merging where state = 'MERGED')
             select one.id from record one join record other on other.kept = one.kept
               join charter_stand own on own.id = other.id and own.side = 'OWN' and own.version >= ?)
            """;

    /** Whoever of the two of a match that goes on has not read this version of the charter, under whichever of their records. */
    List<Row> chartersToRead(int version, Sieve sieve, int offset, int limit) {
        return jdbc.sql("""
            select c.side, c.person, coalesce(p.name, v.name) as name, c.id as thing, c.since
              from charter_stand c
              left join participant p on c.side = 'PARTICIPANT' and p.id = c.person
              left join volunteer v on c.side = 'VOLUNTEER' and v.id = c.person
             where c.side <> 'OWN' and c.version < ? and c.person not in %s%s
             order by c.version, c.since_position, c.side offset ? limit ?
            """.formatted(READ_UNDER_ANY, sieve.conditions(NEVER)))
                .params(values(List.of(version, version), sieve, offset, limit))
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    SubjectKind kind = SubjectKind.valueOf(columns.code("side"));
                    UUID person = columns.id("person");
                    return new Row(
                            kind,
                            person,
                            columns.words(
                                    "name",
                                    kind == SubjectKind.PARTICIPANT ? Words.PARTICIPANT_NAME : Words.VOLUNTEER_NAME,
                                    person),
                            columns.id("thing"),
                            columns.at("since"),
                            null,
                            kind.name());
                })
                .list();
    }

    long chartersCounted(int version) {
        return counted("""
                select from charter_stand where side <> 'OWN' and version < ? and person not in %s limit ?
                """.formatted(READ_UNDER_ANY), List.of(version, version, COUNTED));
    }

    /**
     * Cases by stage. Asked by the key: the whole table holds every count there ever was, until the database clears it up.
     */
    Map<String, Long> stages() {
        Map<String, Long> stages = new HashMap<>();
        jdbc.sql("select stage, cases from case_count where stage in (:stages)")
                .param("stages", Stream.of(Stage.values()).map(Stage::name).toList())
                .query(row -> {
                    stages.put(row.getString("stage"), row.getLong("cases"));
                });
        jdbc.sql("""
                        select c.stage, count(*) as cases
                          from merging g join case_now c on c.participant = g.merged
                          join case_now k on k.participant = g.kept
                         where g.state = 'MERGED' and k.stage <> 'CLOSED' group by c.stage
                        """).query(row -> {
            stages.merge(row.getString("stage"), -row.getLong("cases"), Long::sum);
        });
        return stages;
    }

    long changesCounted() {
        return counted("select from case_now where change_due is not null limit ?", List.of(COUNTED));
    }

    long consentsEndingCounted(LocalDate until) {
        return counted("select from consent c where " + ENDING + " limit ?", List.of(until, COUNTED));
    }

    long nextStepsCounted() {
        return counted(
                "select from first_telling where next_step is not null and taken_at is null limit ?", List.of(COUNTED));
    }

    long followUpsCounted(LocalDate today) {
        return counted("""
                select from follow_up f join case_now c on c.participant = f.participant
                 where c.stage = 'CLOSED' and f.asked_from <= ? limit ?
                """, List.of(today, COUNTED));
    }

    long referralsCounted() {
        return counted("select from referral where state = 'SENT' limit ?", List.of(COUNTED));
    }

    long recallsCounted() {
        return counted(
                "select from referral where recalled_at is not null and told_on is null limit ?", List.of(COUNTED));
    }

    private List<Row> lines(String sql, List<?> before, Sieve sieve, int offset, int limit) {
        return jdbc.sql(sql)
                .params(values(before, sieve, offset, limit))
                .query((row, at) -> row(row))
                .list();
    }

    private static List<Object> values(List<?> before, Sieve sieve, int offset, int limit) {
        List<Object> values = new ArrayList<>(before);
        values.addAll(sieve.values());
        values.add(offset);
        values.add(limit);
        return values;
    }

    private long counted(String rows, List<?> values) {
        return jdbc.sql("select count(*) from (" + rows + ") as waiting")
                .params(values)
                .query(Long.class)
                .single();
    }

    /** The figures of these months, oldest first; months without any are missing. */
    List<Month> months(LocalDate from) {
        return jdbc.sql("select month, enquiries, enrolments from case_month where month >= ? order by month")
                .param(from)
                .query((row, at) -> new Month(
                        row.getObject("month", LocalDate.class), row.getLong("enquiries"), row.getLong("enrolments")))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        UUID participant = columns.id("participant");
        return new Row(
                SubjectKind.PARTICIPANT,
                participant,
                columns.words("name", Words.PARTICIPANT_NAME, participant),
                columns.idOrNone("thing"),
                columns.at("since"),
                columns.dayOrNone("due"),
                columns.codeOrNone("detail"));
    }
}
