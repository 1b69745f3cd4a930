package org.troth.app.wiring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the database says has been done to it, beside what this program brings. Where the two are the same to the last
 * checksum nothing is left to migrate, which spares a restart a second and a half; any difference is for Flyway to judge.
 */
final class AppliedMigrations {

    private static final String NO_SUCH_TABLE = "42P01";
    private static final String NO_SUCH_SCHEMA = "3F000";

    private AppliedMigrations() {}

    /** Whether each of these schemas holds exactly the migrations of this program, all of them successful. */
    static boolean areAll(Connection connection, List<String> schemas) throws SQLException {
        for (String schema : schemas) {
            Map<String, Integer> brought = broughtFor(schema);
            if (brought.isEmpty() || !brought.equals(doneIn(connection, schema))) {
                return false;
            }
        }
        return true;
    }

    /** Scripts and checksums in the history of the schema; empty when it has none, or one that is not plain success. */
    private static Map<String, Integer> doneIn(Connection connection, String schema) throws SQLException {
        Map<String, Integer> done = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select script, checksum, success, type from "
                        + statement.enquoteIdentifier(schema, true) + ".flyway_schema_history")) {
            while (rows.next()) {
                boolean plain = rows.getBoolean("success")
                        && "SQL".equals(rows.getString("type"))
                        && rows.getObject("checksum") != null;
                if (!plain || done.put(rows.getString("script"), rows.getInt("checksum")) != null) {
                    return Map.of();
                }
            }
            return done;
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.equals(e.getSQLState()) || NO_SUCH_SCHEMA.equals(e.getSQLState())) {
                return Map.of();
            }
            throw e;
        }
    }

    private static Map<String, Integer> broughtFor(String schema) {
        try {
            Map<String, Integer> brought = new HashMap<>();
            for (Resource script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/" + schema + "/*.sql")) {
                brought.put(String.valueOf(script.getFilename()), checksum(script));
            }
            return brought;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Flyway's own: over the lines without their ends. */
    private static int checksum(Resource script) throws IOException {
        CRC32 sum = new CRC32();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) sum.getValue();
    }
}
