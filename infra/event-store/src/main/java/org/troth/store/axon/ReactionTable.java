package org.troth.store.axon;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.troth.events.recording.RecordUnavailable;

/** Where the reactions are and what was refused or parked, in {@code lookups}; and whose turn it is to react. */
final class ReactionTable {

    /** The key of the advisory lock that the reacting node holds ("troth" in ASCII). */
    private static final long LOCK = 0x74_726f_7468L;

    private static final String BEGIN = """
        insert into lookups.reaction_token (position) values (?) on conflict (one) do nothing
        """;
    private static final String POSITION = "select position from lookups.reaction_token";
    private static final String ADVANCE = "update lookups.reaction_token set position = ? where position < ?";
    private static final String REMEMBERED = "select position from lookups.reaction_memory where reaction = ?";
    private static final String REMEMBER = """
            insert into lookups.reaction_memory as known (reaction, position) values (?, ?)
                on conflict (reaction) do update set position = greatest(known.position, excluded.position)
            """;
    private static final String NOTE = """
        insert into lookups.reaction_outcome (reaction, position, outcome, cause, recorded_at)
        values (?, ?, ?, ?, now())
            on conflict (reaction, position) do update
           set outcome = excluded.outcome, cause = excluded.cause, recorded_at = excluded.recorded_at
        """;
    private static final String SETTLE = "delete from lookups.reaction_outcome where reaction = ? and position = ?";
    private static final String FORGET =
            "delete from lookups.reaction_outcome where outcome = 'refused' and recorded_at < ?";
    private static final String OUTCOMES = """
        select reaction, position, outcome, cause from lookups.reaction_outcome order by position, reaction
        """;

    private final DataSource source;

    ReactionTable(DataSource source) {
        this.source = source;
    }

    /** The position to go on after; this one when there is none yet. */
    long begin(long first) {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setLong(1, first);
            insert.executeUpdate();
            return position(connection);
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    List<ReactionOutcome> outcomes() {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(OUTCOMES);
                ResultSet rows = select.executeQuery()) {
            List<ReactionOutcome> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new ReactionOutcome(
                        rows.getString(1),
                        rows.getLong(2),
                        ReactionOutcome.Kind.valueOf(rows.getString(3).toUpperCase(Locale.ROOT)),
                        rows.getString(4)));
            }
            return all;
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    void settle(ReactionOutcome outcome) {
        try (Connection connection = source.getConnection();
                PreparedStatement delete = connection.prepareStatement(SETTLE)) {
            delete.setString(1, outcome.reaction());
            delete.setLong(2, outcome.position());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    /** Forgets what was refused before this moment; answers how many. What was parked waits for somebody, and stays. */
    int forgetRefused(Instant before) {
        try (Connection connection = source.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    /** The turn to react; null while another node has it. */
    @Nullable
    Turn takeTurn() {
        Connection connection = null;
        try {
            connection = source.getConnection();
            connection.setNetworkTimeout(Runnable::run, 20_000);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
                rows.next();
                if (rows.getBoolean(1)) {
                    return new Turn(connection);
                }
            }
            connection.close();
            return null;
        } catch (SQLException e) {
            close(connection);
            throw new RecordUnavailable(e);
        }
    }

    private static long position(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(POSITION);
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("the reactions have no position");
            }
            return rows.getLong(1);
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new RecordUnavailable(e);
            }
        }
    }

    /** This node reacts as long as the connection of its turn stands. */
    static final class Turn implements AutoCloseable {
        private final Connection connection;

        private Turn(Connection connection) {
            this.connection = connection;
        }

        long position() {
            return done(() -> ReactionTable.position(connection));
        }

        void advance(long position) {
            done(() -> {
                try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
                    update.setLong(1, position);
                    update.setLong(2, position);
                    return update.executeUpdate();
                }
            });
        }

        void note(ReactionOutcome outcome) {
            done(() -> {
                try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
                    insert.setString(1, outcome.reaction());
                    insert.setLong(2, outcome.position());
                    insert.setString(3, outcome.kind().name().toLowerCase(Locale.ROOT));
                    insert.setString(4, outcome.cause());
                    return insert.executeUpdate();
                }
            });
        }

        /** How far a reaction that only remembers has been told the record; -1 when it was told nothing yet. */
        long remembered(String reaction) {
            return done(() -> {
                try (PreparedStatement select = connection.prepareStatement(REMEMBERED)) {
                    select.setString(1, reaction);
                    try (ResultSet rows = select.executeQuery()) {
                        return rows.next() ? rows.getLong(1) : -1;
                    }
                }
            });
        }

        /** Notes that these were told every fact up to this position. */
        void remember(Collection<String> reactions, long position) {
            done(() -> {
                try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
                    for (String reaction : reactions) {
                        insert.setString(1, reaction);
                        insert.setLong(2, position);
                        insert.addBatch();
                    }
                    return insert.executeBatch();
                }
            });
        }

        /** Throws {@link RecordUnavailable} when the turn is lost with its connection. */
        void check() {
            position();
        }

        @Override
        public void close() {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            } catch (SQLException e) {
                throw new RecordUnavailable(e);
            } finally {
                ReactionTable.close(connection);
            }
        }

        private interface Work<T> {
            T run() throws SQLException;
        }

        private static <T> T done(Work<T> work) {
            try {
                return work.run();
            } catch (SQLException e) {
                throw new RecordUnavailable(e);
            }
        }
    }
}
