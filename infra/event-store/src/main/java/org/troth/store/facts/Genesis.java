package org.troth.store.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.troth.events.account.Actor;
import org.troth.events.ledger.LedgerEvent;
import org.troth.events.ledger.LedgerEvent.LedgerOpened;
import org.troth.events.ledger.LedgerEvent.Mode;
import org.troth.events.recording.NewFact;
import org.troth.events.recording.RecordUnavailable;
import org.troth.events.recording.Unit;

/** Opens the ledger once: its row, then its first fact. Interrupted, it goes on at the next start. */
final class Genesis {

    /** The actor of what the store does by itself. */
    static final UUID WORK = UUID.fromString("6f0d3f3a-4c5e-4f0e-9d7b-2c1a70b3a001");

    private static final String LEDGER = """
            select ledger_id, first_position, origin, mode
              from facts.ledger
             order by first_position desc
             limit 1
            """;

    private Genesis() {}

    /** The ledger there is, or a new one; refuses when the one there is has another origin or mode. */
    static Ledger ensureRow(DataSource source, String origin, Mode mode, int generation) {
        try (Connection connection = source.getConnection()) {
            Ledger ledger = find(connection);
            if (ledger == null) {
                open(connection, origin, mode, generation);
                ledger = find(connection);
            }
            if (ledger == null) {
                throw new IllegalStateException("the ledger was opened and is not there");
            }
            if (ledger.mode() != mode) {
                throw new IllegalStateException(
                        "this record is " + text(ledger.mode()) + " and can never become " + text(mode));
            }
            if (!ledger.origin().equals(origin)) {
                throw new IllegalStateException("this record has another origin: " + ledger.origin());
            }
            return ledger;
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    /** Writes the first fact if it is not there; a node that was first with it is no failure. */
    static void ensureFact(Ledger ledger, HeadState head, Recorder recorder) {
        if (head.size() > ledger.firstPosition()) {
            return;
        }
        NewFact opened = new NewFact(
                "Ledger", "ledger/" + ledger.id(), 0, new LedgerOpened(ledger.id(), ledger.origin(), ledger.mode()));
        recorder.append(
                new Unit(Actor.system(WORK), UUID.randomUUID()),
                List.of(new NewEvent(UUID.randomUUID(), opened)),
                true);
    }

    private static @Nullable Ledger find(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEDGER);
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? new Ledger(
                            rows.getObject(1, UUID.class),
                            rows.getLong(2),
                            rows.getString(3),
                            Mode.valueOf(rows.getString(4).toUpperCase(Locale.ROOT)))
                    : null;
        }
    }

    private static void open(Connection connection, String origin, Mode mode, int generation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select facts.open_ledger(?, ?, ?, ?)")) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, origin);
            statement.setString(3, text(mode));
            statement.setInt(4, generation);
            statement.executeQuery().close();
        }
    }

    private static String text(LedgerEvent.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
