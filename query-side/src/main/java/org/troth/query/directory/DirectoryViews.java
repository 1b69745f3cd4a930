package org.troth.query.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.troth.query.directory.DirectoryList.Imported;
import org.troth.query.reading.Columns;

/** What is asked about the directory. */
@Repository
class DirectoryViews {

    private static final String SERVICES =
            "select s.*, a.name as agency_name from service s left join agency a on a.id = s.agency";

    private final JdbcClient jdbc;

    DirectoryViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ServiceView> active(int offset, int limit) {
        return jdbc.sql(SERVICES + " where s.status = 'active' order by lower(s.name), s.id offset ? limit ?")
                .params(offset, limit)
                .query((row, at) -> view(row))
                .list();
    }

    List<ServiceView> all(int offset, int limit) {
        return jdbc.sql(SERVICES + " order by lower(s.name), s.id offset ? limit ?")
                .params(offset, limit)
                .query((row, at) -> view(row))
                .list();
    }

    Optional<ServiceView> one(UUID service) {
        return jdbc.sql(SERVICES + " where s.id = ?")
                .param(service)
                .query((row, at) -> view(row))
                .optional();
    }

    Optional<Imported> lastImport() {
        return jdbc.sql("select * from directory_import order by position desc limit 1")
                .query((row, at) -> new Imported(
                        row.getString("format"),
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        new Columns(row).at("at")))
                .optional();
    }

    private static ServiceView view(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new ServiceView(
                columns.id("id"),
                columns.code("name"),
                columns.code("status"),
                columns.dayOrNone("assured_on"),
                columns.codeOrNone("description"),
                columns.codeOrNone("website"),
                columns.id("agency"),
                columns.codeOrNone("agency_name"));
    }
}
