package org.troth.testkit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Walks through every row of every table; binary columns are looked through as bytes, all others as their text. */
final class TableSearch {

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname)
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'm')
               and n.nspname <> 'pg_toast'
             order by 1
            """;

    private final LeakSearch search;

    TableSearch(LeakSearch search) {
        this.search = search;
    }

    List<Finding> in(DataSource database) {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            for (String table : tables(connection)) {
                findings.addAll(inTable(connection, table));
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("A table could not be searched", e);
        }
        return findings;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** One finding per word, disguise and column. */
    private List<Finding> inTable(Connection connection, String table) throws SQLException {
        Map<List<String>, Finding> findings = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(500);
            try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        byte[] content = content(rows, columns, column);
                        String place = "table " + table + " column " + columns.getColumnName(column);
                        for (Finding finding : search.inBytes(place, content)) {
                            findings.putIfAbsent(List.of(finding.word(), finding.encoding(), place), finding);
                        }
                    }
                }
            }
        }
        return List.copyOf(findings.values());
    }

    private static byte[] content(ResultSet rows, ResultSetMetaData columns, int column) throws SQLException {
        if (columns.getColumnTypeName(column).equals("bytea")) {
            byte[] bytes = rows.getBytes(column);
            return bytes == null ? new byte[0] : bytes;
        }
        String text = rows.getString(column);
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
