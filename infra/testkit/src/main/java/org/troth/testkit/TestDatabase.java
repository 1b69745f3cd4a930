package org.troth.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.troth.postgres.Login;
import org.troth.postgres.PostgresServer;

/**
 * An empty database on the shared test server, owned by {@code troth_owner}, to which {@code troth_app} may connect. Each
 * {@code getConnection} of its data sources opens a new connection.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger LAST = new AtomicInteger();

    private final PostgresServer server;
    private final String name;

    private TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A new empty database; closing drops it. */
    public static TestDatabase fresh() {
        return from(TestPostgres.server(), "troth");
    }

    /** A new database with everything that this one holds; no session may be open on this one meanwhile. */
    public TestDatabase copy() {
        return from(server, name);
    }

    private static TestDatabase from(PostgresServer server, String template) {
        String name = "test_" + LAST.incrementAndGet();
        run(
                source(server, "postgres", server.superuser()),
                "create database " + name + " template " + template + " owner "
                        + server.owner().user(),
                "revoke all on database " + name + " from public",
                "grant connect on database " + name + " to "
                        + server.application().user());
        return new TestDatabase(server, name);
    }

    public String name() {
        return name;
    }

    /** The JDBC address without user and password. */
    public String url() {
        return server.url(name);
    }

    public Login ownerLogin() {
        return server.owner();
    }

    public Login applicationLogin() {
        return server.application();
    }

    public Login superuserLogin() {
        return server.superuser();
    }

    /** Connections of the role that owns the database and migrates it. */
    public DataSource owner() {
        return source(server, name, server.owner());
    }

    /** Connections of the role that the running product uses. */
    public DataSource application() {
        return source(server, name, server.application());
    }

    /** Connections of the administrator, who sees everything. */
    public DataSource superuser() {
        return source(server, name, server.superuser());
    }

    /** PostgreSQL's log, shared by all databases of this JVM. */
    public Path serverLog() {
        return server.log();
    }

    /** The server's data directory, shared by all databases of this JVM. */
    public Path dataDirectory() {
        return server.data();
    }

    /** Runs statements as the owner, each in its own transaction. */
    public void execute(String... statements) {
        run(owner(), statements);
    }

    /**
     * Creates the schema and brings it up to date as the owner, with the placeholder {@code app_role}.
     *
     * @param location for example {@code classpath:db/facts}
     */
    public void migrate(String schema, String location) {
        Flyway.configure()
                .dataSource(owner())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations(location)
                .placeholders(Map.of("app_role", applicationLogin().user()))
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    /** Drops the database and whatever sessions are open on it. */
    @Override
    public void close() {
        run(source(server, "postgres", server.superuser()), "drop database if exists " + name + " with (force)");
    }

    private static DataSource source(PostgresServer server, String database, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url(database));
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    private static void run(DataSource source, String... statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A statement for the test database failed", e);
        }
    }
}
