package org.troth.query.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.disclosure.OtherLooks.Line;
import org.troth.query.reading.Columns;
import org.troth.query.reading.ConsentStands;

/** What is asked about looks; folded lines unless said otherwise, always by an index. */
@Repository
class LookViews {

    /** A folded line. */
    record Row(
            UUID subject,
            String subjectKind,
            UUID actor,
            List<String> roles,
            String purpose,
            List<String> grounds,
            List<String> classes,
            List<String> routes,
            long times,
            Instant firstAt,
            Instant lastAt,
            long lastPosition) {}

    private static final String ACCOUNTING = """
            select * from (
                select subject, subject_kind, actor, roles, purpose, grounds, classes, routes, times, first_at, last_at,
                       last_position
                  from look_fold where subject in (:people)
                union all
                select subject, case when exists (select 1 from participant p where p.id = subject) then 'PARTICIPANT'
                                     when exists (select 1 from volunteer v where v.id = subject) then 'VOLUNTEER'
                                     else 'ACCOUNT' end,
                       actor, array_agg(distinct role), purpose,
                       array_agg(distinct case role when 'AUDITOR' then 'OVERSIGHT' else 'SELF' end),
                       array['LOG'], array_agg(distinct route), count(*), min(at), max(at), max(position)
                  from look where kind = 'LOG_READ' and subject in (:people)
                 group by subject, actor, purpose
            ) line where last_position < :before order by last_position desc limit :limit
            """;

    private final JdbcClient jdbc;

    LookViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whatever of subject, actor and purpose is absent does not matter. */
    List<Row> folded(@Nullable UUID subject, @Nullable UUID actor, @Nullable String purpose, long before, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select * from look_fold where last_position < ?");
        values.add(before);
        if (subject != null) {
            sql.append(" and subject = ?");
            values.add(subject);
        }
        if (actor != null) {
            sql.append(" and actor = ?");
            values.add(actor);
        }
        if (purpose != null) {
            sql.append(" and purpose = ?");
            values.add(purpose);
        }
        sql.append(" order by last_position desc limit ?");
        values.add(limit);
        return jdbc.sql(sql.toString())
                .params(values)
                .query((row, at) -> row(row))
                .list();
    }

    /**
     * The whole accounting of one person, under all of these records: looks, and readings of the log about them, which are
     * looks at who looked. Of one actor and one purpose each makes one line; readings are few, so they are folded as they are
     * asked for.
     */
    List<Row> accounting(List<UUID> people, long before, int limit) {
        return jdbc.sql(ACCOUNTING)
                .param("people", people)
                .param("before", before)
                .param("limit", limit)
                .query((row, at) -> row(row))
                .list();
    }

    /** Whether anybody is, or was, on the record under this identifier. */
    boolean isKnown(UUID person) {
        return jdbc.sql("""
                        select exists (select 1 from participant where id = :person)
                            or exists (select 1 from volunteer where id = :person)
                            or exists (select 1 from account where id = :person)
                            or exists (select 1 from look_fold where subject = :person)
                        """).param("person", person).query(Boolean.class).single();
    }

    /** What left for agencies about this person, the last first; whether it was lawful then is told by the order of the record. */
    List<SentView> sent(UUID person) {
        return jdbc.sql("""
                        select r.id, r.agency, a.name as agency_name, r.consent, %s as consent_now, r.classes, r.sent_at,
                               exists (select 1 from chronicle sent
                                         join chronicle given on given.about = r.consent and given.kind = 'consent-given'
                                                             and given.position < sent.position
                                        where sent.about = r.id and sent.kind = 'referral-sent'
                                          and not exists (select 1 from chronicle over
                                                           where over.about = r.consent and over.position < sent.position
                                                             and over.kind in ('consent-withdrawn', 'consent-expired')))
                                   as lawful
                          from referral r join consent c on c.id = r.consent left join agency a on a.id = r.agency
                          left join youth y on y.participant = c.participant
                         where r.participant = ? and r.sent_at is not null order by r.sent_at desc, r.id
                        """.formatted(ConsentStands.STATE))
                .param(person)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new SentView(
                            columns.id("id"),
                            columns.id("agency"),
                            columns.codeOrNone("agency_name"),
                            columns.id("consent"),
                            columns.code("consent_now"),
                            columns.codes("classes"),
                            columns.at("sent_at"),
                            row.getBoolean("lawful"));
                })
                .list();
    }

    /** What agencies opened of what was sent to them about this person, each time, the last first; judged in the same way. */
    List<OpenedView> opened(UUID person, long before, int limit) {
        return jdbc.sql("""
                        select l.relation, l.actor, a.name as agency_name, l.consent, %s as consent_now, l.classes,
                               l.at, l.position,
                               exists (select 1 from chronicle given
                                        where given.about = l.consent and given.kind = 'consent-given'
                                          and given.position < l.position)
                               and not exists (select 1 from chronicle over
                                                where over.about = l.consent and over.position < l.position
                                                  and over.kind in ('consent-withdrawn', 'consent-expired'))
                                   as lawful
                          from look l join consent c on c.id = l.consent left join agency a on a.id = l.actor
                          left join youth y on y.participant = c.participant
                         where l.subject = ? and l.kind = 'DISCLOSED' and l.ground = 'CONSENT' and l.position < ?
                         order by l.position desc limit ?
                        """.formatted(ConsentStands.STATE))
                .params(person, before, limit)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new OpenedView(
                            columns.id("relation"),
                            columns.id("actor"),
                            columns.codeOrNone("agency_name"),
                            columns.id("consent"),
                            columns.code("consent_now"),
                            columns.codes("classes"),
                            columns.at("at"),
                            columns.number("position"),
                            columns.flag("lawful"));
                })
                .list();
    }

    /** Refusals, searches or readings of the log, one by one. */
    List<Line> ofKind(String kind, UUID reader, long before, int limit) {
        return jdbc.sql("select * from look where kind = ? and position < ? order by position desc limit ?")
                .params(kind, before, limit)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Line(
                            columns.number("position"),
                            columns.at("at"),
                            columns.id("actor"),
                            columns.id("actor").equals(reader),
                            columns.codeOrNone("role"),
                            columns.codeOrNone("purpose"),
                            columns.code("route"),
                            columns.idOrNone("subject"),
                            columns.codeOrNone("rule"),
                            (Integer) row.getObject("results"));
                })
                .list();
    }

    /** The sealed names of these accounts. */
    Map<UUID, Sealed> accountNames(List<UUID> ids) {
        return names("select id, name from account where id in (:ids)", ids, Words.ACCOUNT_NAME);
    }

    /** The sealed names of these participants. */
    Map<UUID, Sealed> participantNames(List<UUID> ids) {
        return names(
                "select id, name from participant where name is not null and id in (:ids)",
                ids,
                Words.PARTICIPANT_NAME);
    }

    /** The sealed names of these volunteers. */
    Map<UUID, Sealed> volunteerNames(List<UUID> ids) {
        return names("select id, name from volunteer where id in (:ids)", ids, Words.VOLUNTEER_NAME);
    }

    private Map<UUID, Sealed> names(String sql, List<UUID> ids, Words words) {
        Map<UUID, Sealed> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("ids", ids).query(row -> {
                Columns columns = new Columns(row);
                UUID id = columns.id("id");
                Sealed name = columns.words("name", words, id);
                if (name != null) {
                    names.put(id, name);
                }
            });
        }
        return names;
    }

    private static Row row(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Row(
                columns.id("subject"),
                columns.code("subject_kind"),
                columns.id("actor"),
                columns.array("roles"),
                columns.code("purpose"),
                columns.array("grounds"),
                columns.array("classes"),
                columns.array("routes"),
                columns.number("times"),
                columns.at("first_at"),
                columns.at("last_at"),
                columns.number("last_position"));
    }
}
