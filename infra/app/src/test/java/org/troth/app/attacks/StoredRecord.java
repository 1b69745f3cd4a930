package org.troth.app.attacks;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The stored record as the database's administrator sees it: headers and counts, never a word. */
final class StoredRecord {

    static final int DOMAIN = 1;
    static final int KEY = 2;
    static final int DISCLOSURE = 3;

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    private StoredRecord(String port, String password) {
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/troth");
        source.setUser("postgres");
        source.setPassword(password);
        source.setOptions("-c default_transaction_read_only=off");
    }

    static StoredRecord in(Path database) {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(database.resolve("passwords"))) {
            passwords.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredRecord(ChildTroth.read(database.resolve("port")).strip(), passwords.getProperty("postgres"));
    }

    DataSource source() {
        return source;
    }

    Connection connect() throws SQLException {
        return source.getConnection();
    }

    void execute(String... statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String question) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Set<String> texts(String question) {
        Set<String> found = new HashSet<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    long size() {
        return number("select count(*) from facts.fact");
    }

    /** How many facts there are of each category (see the stored header). */
    Map<Integer, Long> byCategory() {
        Map<Integer, Long> counts = new TreeMap<>(Map.of(1, 0L, 2, 0L, 3, 0L, 4, 0L, 5, 0L));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select get_byte(header, 5), count(*) from facts.fact group by 1")) {
            while (rows.next()) {
                counts.put(rows.getInt(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counts;
    }

    long disclosures() {
        return byCategory().getOrDefault(DISCLOSURE, 0L);
    }

    /** Whether positions follow on one another, every stream's facts too, and the head says so. */
    boolean isContiguous() {
        return number("""
                select count(*) from (
                  select 1 from facts.fact
                  having max(position) - min(position) + 1 <> count(*)
                  union all
                  select 1 from facts.fact group by stream_id
                  having min(stream_seq) <> 0 or max(stream_seq) <> count(*) - 1
                  union all
                  select 1 from facts.head where size <> (select max(position) + 1 from facts.fact)) gap
                """) == 0;
    }
}
