package org.troth.vault;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.troth.events.confidential.Disclosure;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.testkit.FixedClock;
import org.troth.testkit.TestDatabase;

/** One database, one shred domain and one root, on which any number of nodes may run. */
final class Installation {
    final FixedClock clock = FixedClock.at("2026-03-01T10:00:00Z");
    final MemoryRoot root = new MemoryRoot();
    final Path shredDirectory;
    final Map<UUID, Set<UUID>> destroyed = new ConcurrentHashMap<>();
    volatile boolean databaseReachable = true;

    private final TestDatabase database;

    Installation(TestDatabase database, Path directory) {
        this.database = database;
        this.shredDirectory = directory.resolve("shred");
    }

    Vault node() {
        return Vault.open(
                new Reachable(database.application()),
                ShredDomain.in(shredDirectory, root, clock),
                owner -> destroyed.getOrDefault(owner, Set.of()));
    }

    /** What the fact of a destruction would prove, once it is on the record. */
    void recordDestruction(UUID owner, UUID keyId) {
        destroyed.computeIfAbsent(owner, any -> new HashSet<>()).add(keyId);
    }

    void nextEpoch() {
        clock.advance(Duration.ofDays(7));
    }

    void loseEpoch(long number) throws Exception {
        Files.delete(shredDirectory.resolve("epoch-%019d.key".formatted(number)));
    }

    /** A statement of someone who owns the database. */
    int asOwner(String sql, Object... arguments) {
        try (Connection connection = database.owner().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Disclosure of(Sealed sealed) {
        return of(sealed.owner(), sealed.words());
    }

    static Disclosure of(UUID owner, Words words) {
        return Disclosure.durableAt(1, Map.of(owner, Set.of(words)));
    }

    /** The application's data source, as long as the network holds. */
    private final class Reachable implements DataSource {
        private final DataSource to;

        Reachable(DataSource to) {
            this.to = to;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (!databaseReachable) {
                throw new SQLException("connection refused", "08001");
            }
            return to.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLException("one user only");
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            return to.getLogWriter();
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            to.setLogWriter(out);
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            to.setLoginTimeout(seconds);
        }

        @Override
        public int getLoginTimeout() throws SQLException {
            return to.getLoginTimeout();
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return to.unwrap(type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return to.isWrapperFor(type);
        }
    }
}
