package org.troth.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;

/** What several tests of the server need. */
final class Fixtures {

    private Fixtures() {}

    /** Unpacked once for all tests of this module. */
    static Path binaries() {
        return Path.of("target/postgresql").toAbsolutePath();
    }

    static PostgresServer start(Path home) {
        return start(home, EnumSet.allOf(Way.class));
    }

    static PostgresServer start(Path home, EnumSet<Way> allowed) {
        return PostgresServer.start(PostgresSettings.in(home).withBinariesIn(binaries()), stage -> {}, allowed);
    }

    static void run(PostgresServer server, Login login, String sql) throws SQLException {
        try (Connection connection = connect(server, login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String one(PostgresServer server, Login login, String sql) throws SQLException {
        try (Connection connection = connect(server, login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new SQLException("No row.");
            }
            return rows.getString(1);
        }
    }

    static Connection connect(PostgresServer server, Login login) throws SQLException {
        return DriverManager.getConnection(server.url(), login.user(), login.password());
    }

    /** The number of the server process behind a connection. */
    static long processOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
            if (!rows.next()) {
                throw new SQLException("No row.");
            }
            return rows.getLong(1);
        }
    }

    /** Returns when the server takes connections again; fails after ten seconds. */
    static void awaitConnections(PostgresServer server) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try (Connection connection = connect(server, server.owner())) {
                processOf(connection);
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() - begun > 10_000_000_000L) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    static boolean isRoot() throws IOException {
        return Account.own() == 0;
    }

    /** Makes every directory down to this one passable for everyone. */
    static Path open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
        for (Path at = directory.toRealPath(); at != null && !at.equals(temporary); at = at.getParent()) {
            if (Files.getOwner(at).equals(Files.getOwner(directory))) {
                Tree.setMode(at, "rwxr-xr-x");
            }
        }
        return directory;
    }

    /** The user and the process group of a running process, as the kernel tells. */
    static int userOf(long pid) throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/" + pid), "unix:uid");
    }

    static long groupOf(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2]);
    }

    static boolean ends(long pid, int withinMillis) throws InterruptedException {
        long begun = System.nanoTime();
        while (alive(pid)) {
            if ((System.nanoTime() - begun) / 1_000_000 > withinMillis) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }

    /** A zombie counts as ended. */
    private static boolean alive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }
}
