package org.troth.query.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.troth.query.freshness.ViewsTokens;

/**
 * The schema beside the views that is being filled, on a connection of its own. Only one at a time over all nodes: a lock
 * of the session is held until this is closed.
 */
final class NextViews implements AutoCloseable {

    private static final long LOCK = 0x74726f7468L << 8 | 1;
    private static final String NEXT = "views_next";
    private static final String OLD = "views_old";
    private static final int LONGEST_STATEMENT_MILLIS = 300_000;

    private final DataSource source;
    private final Connection connection;

    private NextViews(DataSource source, Connection connection) {
        this.source = source;
        this.connection = connection;
    }

    /** Throws {@link IllegalStateException} when another node is rebuilding. */
    static NextViews take(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            // A rebuild may take its time where a page may not; the pool sets its own bound again when this comes back.
            connection.setNetworkTimeout(Runnable::run, LONGEST_STATEMENT_MILLIS);
            if (!locked(connection)) {
                throw new IllegalStateException("another node is rebuilding the views");
            }
            return new NextViews(source, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Drops what a rebuild left behind that did not end, unless one is running on another node. */
    static void clear(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (locked(connection)) {
                try {
                    drop(connection, NEXT);
                    drop(connection, OLD);
                } finally {
                    unlock(connection);
                }
            }
        }
    }

    Connection connection() {
        return connection;
    }

    /** A new empty schema with all tables, ready to be filled. */
    void create() throws SQLException {
        drop(connection, NEXT);
        drop(connection, OLD);
        Flyway.configure()
                .dataSource(source)
                .schemas(NEXT)
                .defaultSchema(NEXT)
                .createSchemas(true)
                .locations("classpath:db/views")
                .load()
                .migrate();
        connection.setAutoCommit(false);
    }

    /** Opens a transaction in which unqualified names mean the new tables. What is lost in a crash is dropped anyway. */
    void begin() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path to " + NEXT);
            statement.execute("set local synchronous_commit to off");
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** The position that the live views have reached. */
    long live() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select coalesce(max(position), -1) from views.progress where processor = ? and segment = 0")) {
            statement.setString(1, ViewsTokens.PROCESSOR);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } finally {
            connection.rollback();
        }
    }

    /** Gives the new rows the name of the old ones, with their token, in one transaction; then drops the old ones. */
    void changeOver(long position) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement token = connection.prepareStatement(
                        "insert into views_next.progress (processor, segment, position) values (?, 0, ?)")) {
            statement.execute("set local lock_timeout to '5s'");
            token.setString(1, ViewsTokens.PROCESSOR);
            if (position < 0) {
                token.setNull(2, Types.BIGINT);
            } else {
                token.setLong(2, position);
            }
            token.executeUpdate();
            statement.execute("alter schema views rename to " + OLD);
            statement.execute("alter schema " + NEXT + " rename to views");
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Drops what is left over; whoever still reads the old rows is waited for. */
    void dropOld() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        drop(connection, OLD);
    }

    /** Gives up: drops the schema that was being filled. */
    void abandon() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        drop(connection, NEXT);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            unlock(connection);
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        }
    }

    private static void drop(Connection connection, String schema) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout to '60s'");
            statement.execute("drop schema if exists " + schema + " cascade");
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
