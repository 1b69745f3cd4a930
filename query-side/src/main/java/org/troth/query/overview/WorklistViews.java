package org.troth.query.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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

/** What the worklist and its charts ask; each question walks one index as far as it shows. */
@Repository
class WorklistViews {

    private static final int COUNTED = 100;

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

    private final JdbcClient jdbc;

    WorklistViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> inStage(Stage stage, int offset, int limit) {
        return jdbc.sql("""
            select c.participant, p.name, c.match as thing, c.stage_since as since, null::date as due,
                   p.matter as detail
              from case_now c join participant p on p.id = c.participant
             where c.stage = ? order by c.stage_position offset ? limit ?
            """)
                .params(stage.name(), offset, limit)
                .query((row, at) -> row(row))
                .list();
    }

    List<Row> changes(int offset, int limit) {
        return jdbc.sql("""
            select c.participant, p.name, c.match as thing, c.stage_since as since, c.change_due as due,
                   null as detail
              from case_now c join participant p on p.id = c.participant
             where c.change_due is not null order by c.change_due, c.participant offset ? limit ?
            """).params(offset, limit).query((row, at) -> row(row)).list();
    }

    private static final String LISTED =
            "c.urgency is not null and c.stage in ('INTAKE', 'ENROLLED', 'REQUESTED', 'PROPOSED')";

    List<Row> waitingList(int offset, int limit) {
        return jdbc.sql("""
                        select c.participant, p.name, c.match as thing, p.received_at as since, null::date as due,
                               case c.urgency when 0 then 'URGENT' when 1 then 'SOON' else 'STEADY' end as detail
                          from case_now c join participant p on p.id = c.participant
                         where %s order by c.urgency, c.asked_position offset ? limit ?
                        """.formatted(LISTED))
                .params(offset, limit)
                .query((row, at) -> row(row))
                .list();
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

    List<Row> consentsEnding(LocalDate until, int offset, int limit) {
        return jdbc.sql("""
            select c.participant, p.name, c.id as thing, c.asked_at as since, c.last_day as due,
                   c.purpose as detail
              from consent c join participant p on p.id = c.participant
             where %s order by c.last_day, c.id offset ? limit ?
            """.formatted(ENDING))
                .params(until, offset, limit)
                .query((row, at) -> row(row))
                .list();
    }

    /** What ended when they came of age and was not asked anew since. Whoever's support has ended is asked nothing. */
    private static final String LAPSED = """
            from youth y join consent c on c.participant = y.participant
             where y.came_at is not null and %s = 'LAPSED'
               and not exists (select from consent n where n.participant = c.participant and n.purpose = c.purpose
                                   and n.recipient is not distinct from c.recipient
                                   and n.asked_position > c.asked_position)
               and not exists (select from case_now n where n.participant = c.participant and n.stage = 'CLOSED')
            """.formatted(ConsentStands.STATE);

    List<Row> lapsed(int offset, int limit) {
        return jdbc.sql("""
            select l.participant, p.name, null::uuid as thing, l.came_at as since, null::date as due,
                   l.purpose as detail
              from (select c.participant, c.purpose, c.asked_position, y.came_at %s) l
              join participant p on p.id = l.participant
             order by l.came_at, l.asked_position offset ? limit ?
            """.formatted(LAPSED)).params(offset, limit).query((row, at) -> row(row)).list();
    }

    long lapsedCounted() {
        return counted("select " + LAPSED + " limit ?", List.of(COUNTED));
    }

    List<Row> referralsWithoutAnswer(int offset, int limit) {
        return jdbc.sql("""
            select r.participant, p.name, r.id as thing, r.sent_at as since, r.unanswered_since as due,
                   r.need as detail
              from referral r join participant p on p.id = r.participant
             where r.state = 'SENT' order by r.sent_at, r.id offset ? limit ?
            """).params(offset, limit).query((row, at) -> row(row)).list();
    }

    List<Row> nextSteps(int offset, int limit) {
        return jdbc.sql("""
            select t.participant, p.name, null::uuid as thing, t.heard_at as since, null::date as due,
                   t.next_step as detail
              from first_telling t join participant p on p.id = t.participant
             where t.next_step is not null and t.taken_at is null order by t.position offset ? limit ?
            """).params(offset, limit).query((row, at) -> row(row)).list();
    }

    /** Whoever wished to be asked from this day on or before, and whose support has ended. */
    List<Row> followUps(LocalDate today, int offset, int limit) {
        return jdbc.sql("""
            select f.participant, p.name, null::uuid as thing, c.stage_since as since, f.asked_from as due,
                   f.channel as detail
              from follow_up f join case_now c on c.participant = f.participant
              join participant p on p.id = f.participant
             where c.stage = 'CLOSED' and f.asked_from <= ? order by f.asked_from, f.participant offset ? limit ?
            """)
                .params(today, offset, limit)
                .query((row, at) -> row(row))
                .list();
    }

    List<Row> recallsToTell(int offset, int limit) {
        return jdbc.sql("""
            select r.participant, p.name, r.id as thing, r.recalled_at as since, null::date as due,
                   r.need as detail
              from referral r join participant p on p.id = r.participant
             where r.recalled_at is not null and r.told_on is null
             order by r.recalled_at, r.id offset ? limit ?
            """).params(offset, limit).query((row, at) -> row(row)).list();
    }

    /** A day is told as its noon, which is on that day in nearly every zone. */
    List<Row> erasures(int offset, int limit) {
        return jdbc.sql("""
                        select e.side, e.person, coalesce(p.name, v.name) as name,
                               (e.asked_on + time '12:00') at time zone 'UTC' as since, e.answer_by as due
                          from erasure_request e
                          left join participant p on e.side = 'PARTICIPANT' and p.id = e.person
                          left join volunteer v on e.side = 'VOLUNTEER' and v.id = e.person
                         order by e.answer_by, e.position offset ? limit ?
                        """)
                .params(offset, limit)
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

    long erasuresCounted() {
        return counted("select from erasure_request limit ?", List.of(COUNTED));
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
