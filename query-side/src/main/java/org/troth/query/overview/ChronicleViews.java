package org.troth.query.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.query.reading.Columns;

/** What is asked about all that happened; always newest first, and always by an index. */
@Repository
class ChronicleViews {

    private final JdbcClient jdbc;
    private final Sentences sentences;

    ChronicleViews(JdbcClient jdbc, Sentences sentences) {
        this.jdbc = jdbc;
        this.sentences = sentences;
    }

    /**
     * What happened to one participant, under all of these records, without those who looked, without whose wish a No or a change was, without what is
     * nobody's but their own to know (what was asked of the second contact, and what they wish about whom they meet), and of
     * messages only how they ended. What was thought of two records is told once.
     */
    List<StoryLine> storyOf(List<UUID> participants, long before, int limit) {
        return jdbc.sql("""
                        select * from chronicle where participant in (:participants) and not look and position < :before
                           and kind not in ('second-contact-asked', 'wish-apart-taken-back', 'conflict-name-stated',
                                            'conflict-name-taken-back', 'message-queued', 'message-leaving',
                                            'message-not-taken')
                           and (participant = :first
                                or kind not in ('merge-proposed', 'merge-dropped', 'persons-merged', 'merge-undone'))
                         order by position desc limit :limit
                        """)
                .param("participants", participants)
                .param("first", participants.get(0))
                .param("before", before)
                .param("limit", limit)
                .query((row, at) -> line(row).withoutWhoseWish())
                .list();
    }

    /** Everything that happened and passes the filter. */
    List<StoryLine> lines(ChronicleFilter filter, long before, int limit) {
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        if (filter.person() == null) {
            parts.add(part(values, filter, null, before, limit));
        } else {
            for (String column : List.of("participant", "volunteer", "about")) {
                parts.add(part(values, filter, column, before, limit));
            }
        }
        values.add(limit);
        return jdbc.sql("select * from (" + String.join(" union ", parts) + ") told order by position desc limit ?")
                .params(values)
                .query((row, at) -> line(row))
                .list();
    }

    /** One walk down one index; for a person there are three such, one for each column that may name them. */
    private static String part(
            List<Object> values, ChronicleFilter filter, @Nullable String column, long before, int limit) {
        StringBuilder sql = new StringBuilder("(select * from chronicle where position < ?");
        values.add(before);
        if (column != null && filter.person() != null) {
            sql.append(" and ").append(column).append(" = ?");
            values.add(filter.person());
        }
        if (filter.actor() != null) {
            sql.append(" and actor = ?");
            values.add(filter.actor());
        }
        if (filter.kind() != null) {
            sql.append(" and kind = ?");
            values.add(filter.kind());
        }
        if (filter.purpose() != null) {
            sql.append(" and purpose = ?");
            values.add(filter.purpose().name());
        }
        if (filter.from() != null) {
            sql.append(" and at >= ?");
            values.add(filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            sql.append(" and at < ?");
            values.add(filter.to().atOffset(ZoneOffset.UTC));
        }
        sql.append(" order by position desc limit ?)");
        values.add(limit);
        return sql.toString();
    }

    private StoryLine line(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        String kind = columns.code("kind");
        return new StoryLine(
                columns.number("position"),
                columns.at("at"),
                kind,
                sentences.of(kind, columns.codeOrNone("code"), columns.codeOrNone("side"), columns.dayOrNone("day")),
                columns.idOrNone("actor"),
                columns.codeOrNone("roles"),
                columns.idOrNone("participant"),
                columns.idOrNone("volunteer"),
                columns.idOrNone("about"),
                columns.codeOrNone("purpose"));
    }
}
