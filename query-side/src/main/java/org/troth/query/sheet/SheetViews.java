package org.troth.query.sheet;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.query.reading.Columns;
import org.troth.query.sheet.SheetPages.GivenSheet;
import org.troth.query.sheet.SheetPages.SheetLine;

/** What is asked about information sheets. */
@Repository
class SheetViews {

    /** A version with its text. */
    record Row(SheetLine line, String text, String sha256) {}

    /** The newest version of one, and where it stands in the list. */
    record Listed(SheetLine line, long position) {}

    /** One that was given, and where it stands in the list. */
    record Given(GivenSheet sheet, long position) {}

    private final JdbcClient jdbc;

    SheetViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version of each, the last published first. */
    List<Listed> newest(LocalDate today, long before, int most) {
        return jdbc.sql("""
                        select * from sheet s
                         where not exists (select 1 from sheet later where later.id = s.id and later.version > s.version)
                           and s.published_position < ?
                         order by s.published_position desc limit ?
                        """)
                .params(before, most)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Listed(line(columns, today), columns.number("published_position"));
                })
                .list();
    }

    /** The newest version that has no higher number than this. */
    Optional<Row> upTo(UUID sheet, int version, LocalDate today) {
        return jdbc.sql("select * from sheet where id = ? and version <= ? order by version desc limit 1")
                .params(sheet, version)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Row(line(columns, today), columns.code("body"), columns.code("sha256"));
                })
                .optional();
    }

    /** The newest first. */
    List<Integer> versionsOf(UUID sheet) {
        return jdbc.sql("select version from sheet where id = ? order by version desc")
                .param(sheet)
                .query((row, at) -> row.getInt("version"))
                .list();
    }

    /** What a participant with these records was given, the last first. */
    List<Given> givenTo(List<UUID> participants, long before, int most) {
        return jdbc.sql("""
                        select g.encounter, g.sheet, g.version, s.title, e.held_at, e.zone, g.position
                          from encounter_sheet g
                          join sheet s on s.id = g.sheet and s.version = g.version
                          join encounter e on e.id = g.encounter
                         where g.participant in (:participants) and g.position < :before
                         order by g.position desc, s.title limit :most
                        """)
                .param("participants", participants)
                .param("before", before)
                .param("most", most)
                .query((row, at) -> {
                    Columns columns = new Columns(row);
                    return new Given(
                            new GivenSheet(
                                    columns.id("encounter"),
                                    columns.id("sheet"),
                                    columns.count("version"),
                                    columns.code("title"),
                                    columns.at("held_at"),
                                    columns.code("zone")),
                            columns.number("position"));
                })
                .list();
    }

    private static SheetLine line(Columns columns, LocalDate today) throws SQLException {
        LocalDate reviewBy = columns.day("review_by");
        return new SheetLine(
                columns.id("id"),
                columns.count("version"),
                columns.code("title"),
                columns.code("jurisdiction"),
                columns.code("language"),
                columns.flag("taken_back") ? "TAKEN_BACK" : reviewBy.isBefore(today) ? "REVIEW_OVERDUE" : "IN_REVIEW",
                columns.code("reviewer"),
                columns.day("reviewed_on"),
                reviewBy,
                columns.at("published_at"));
    }
}
