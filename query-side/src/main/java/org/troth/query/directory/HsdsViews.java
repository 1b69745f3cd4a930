package org.troth.query.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.query.reading.Columns;

/** Published records, by what HSDS asks for. */
@Repository
class HsdsViews {

    /** One row to a record: the one that stands for itself, or else one of those inside others. */
    private static final String RECORDS = """
             from hsds_record r where r.kind = ? and not exists (
                select 1 from hsds_record b where b.kind = r.kind and b.published = r.published
                and (b.own, b.holder) > (r.own, r.holder))
            """;

    private final JdbcClient jdbc;

    HsdsViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A record, the identifier here of it or of what it stands in, and of the organisation that it belongs to. */
    record Row(UUID holder, String published, @Nullable UUID organization, Instant modified, HsdsRecord record) {}

    /** The conditions of a question and what stands in for their marks. */
    private record Where(String sql, List<Object> values) {

        static Where of(HsdsQuestion question) {
            StringBuilder sql = new StringBuilder(RECORDS);
            List<Object> values = new ArrayList<>(List.of(question.kind().name()));
            for (String word : question.search()) {
                sql.append(" and position(? in r.words) > 0");
                values.add(word);
            }
            if (question.organization() != null) {
                sql.append(" and r.organization ="
                        + " (select o.holder from hsds_record o where o.kind = ? and o.published = ? and o.own)");
                values.add(HsdsKind.ORGANIZATION.name());
                values.add(question.organization());
            }
            if (question.term() != null) {
                sql.append(" and position(? in ' ' || r.terms || ' ') > 0");
                values.add(" " + question.term() + " ");
            }
            if (question.taxonomy() != null) {
                sql.append(" and position(? in ' ' || r.taxonomies || ' ') > 0");
                values.add(" " + question.taxonomy() + " ");
            }
            if (question.parent() != null) {
                sql.append(" and r.parent = ?");
                values.add(question.parent());
            }
            if (question.topOnly()) {
                sql.append(" and r.parent is null");
            }
            if (question.modifiedAfter() != null) {
                sql.append(" and r.modified >= ?");
                values.add(java.sql.Timestamp.from(question.modifiedAfter()));
            }
            return new Where(sql.toString(), values);
        }
    }

    long count(HsdsQuestion question) {
        Where where = Where.of(question);
        return jdbc.sql("select count(*)" + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    /** By name. */
    List<Row> page(HsdsQuestion question) {
        Where where = Where.of(question);
        List<Object> values = new ArrayList<>(where.values());
        values.add((long) (question.page() - 1) * question.perPage());
        values.add(question.perPage());
        return jdbc.sql("select r.*" + where.sql() + " order by lower(r.name), r.published offset ? limit ?")
                .params(values)
                .query((row, at) -> row(row))
                .list();
    }

    Optional<Row> one(HsdsKind kind, String published) {
        return jdbc.sql(
                        "select * from hsds_record where kind = ? and published = ? order by own desc, holder desc limit 1")
                .params(kind.name(), published)
                .query((row, at) -> row(row))
                .optional();
    }

    Optional<Row> organization(UUID id) {
        return jdbc.sql("select * from hsds_record where holder = ? and own")
                .param(id)
                .query((row, at) -> row(row))
                .optional();
    }

    /** At most so many; the rest is listed by {@code /services?organization_id=}. */
    List<Row> servicesOf(UUID organization, int most) {
        return jdbc.sql("""
                        select * from hsds_record where organization = ? and kind = ?
                         order by lower(name), published limit ?
                        """)
                .params(organization, HsdsKind.SERVICE.name(), most)
                .query((row, at) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Row(
                columns.id("holder"),
                columns.code("published"),
                columns.idOrNone("organization"),
                columns.at("modified"),
                HsdsRecord.of(columns.code("record")));
    }
}
