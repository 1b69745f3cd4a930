package org.troth.app.wiring;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives connections on which nobody waits longer than seven seconds for a server that has stopped answering; what takes its
 * time sets a longer bound of its own. Set on the connection itself: the driver's own setting is lost on the way to the pool,
 * which then takes "for ever" for what was meant.
 */
final class BoundedConnections extends DelegatingDataSource {

    private static final int LONGEST_SILENCE_MILLIS = 7_000;

    BoundedConnections(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, LONGEST_SILENCE_MILLIS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
