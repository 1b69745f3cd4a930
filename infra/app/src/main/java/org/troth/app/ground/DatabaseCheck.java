package org.troth.app.ground;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.troth.postgres.Login;

/** Asks an external database whether it can be trusted with records: version, durability, roles. */
final class DatabaseCheck {

    private static final int OLDEST = 150_000;
    private static final String QUESTION = """
            select current_setting('server_version_num')::int as version,
                   current_setting('server_encoding') as encoding,
                   current_setting('fsync') as fsync,
                   current_setting('synchronous_commit') as synchronous_commit,
                   rolsuper as superuser,
                   rolcreaterole or rolreplication or pg_has_role(current_user, 'pg_write_all_data', 'member')
                       or pg_has_role(current_user, 'pg_execute_server_program', 'member') as may_help_itself,
                   pg_has_role(current_user, ?, 'member') as in_other,
                   has_database_privilege(current_user, current_database(), 'create') as may_create
              from pg_roles where rolname = current_user
            """;

    private DatabaseCheck() {}

    static void check(Database database, List<String> reasons) {
        ask(database, database.owner(), database.application(), reasons, answer -> {
            if (answer.getInt("version") < OLDEST) {
                reasons.add("The database is older than PostgreSQL 15.");
            }
            if (!answer.getString("encoding").equals("UTF8")) {
                reasons.add("The database does not keep text as UTF8.");
            }
            if (!answer.getString("fsync").equals("on")
                    || answer.getString("synchronous_commit").equals("off")) {
                reasons.add(
                        "The database does not make what it commits durable: fsync and synchronous_commit must be on.");
            }
            if (answer.getBoolean("superuser")) {
                reasons.add("The owner role is a superuser: an ordinary role is enough (infra/deploy/roles.sql).");
            }
            if (!answer.getBoolean("in_other")) {
                reasons.add("The owner role is not a member of the application role (infra/deploy/roles.sql).");
            }
            if (!answer.getBoolean("may_create")) {
                reasons.add("The owner role may not create schemas in the database (infra/deploy/roles.sql).");
            }
        });
        ask(database, database.application(), database.owner(), reasons, answer -> {
            if (answer.getBoolean("superuser")) {
                reasons.add("The application role is a superuser: then its bounds mean nothing.");
            } else if (answer.getBoolean("in_other")) {
                reasons.add("The application role is a member of the owner role: what runs must not own.");
            } else if (answer.getBoolean("may_help_itself")) {
                reasons.add("The application role may create roles, replicate, write everywhere or run programs:"
                        + " then its bounds mean nothing (infra/deploy/roles.sql).");
            }
        });
    }

    private static void ask(Database database, Login login, Login other, List<String> reasons, Reading reading) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "10");
        try (Connection connection = DriverManager.getConnection(database.url(), properties);
                var question = connection.prepareStatement(QUESTION)) {
            if (!exists(connection, other.user())) {
                reasons.add("The database has no role " + other.user() + " (infra/deploy/roles.sql).");
                return;
            }
            question.setString(1, other.user());
            try (ResultSet answer = question.executeQuery()) {
                if (answer.next()) {
                    reading.read(answer);
                }
            }
        } catch (SQLException e) {
            reasons.add("The database does not let " + login.user() + " in (SQL state " + e.getSQLState()
                    + "): is it running, and are address, role and password right?");
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (var question = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            question.setString(1, role);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next();
            }
        }
    }

    @FunctionalInterface
    private interface Reading {
        void read(ResultSet answer) throws SQLException;
    }
}
