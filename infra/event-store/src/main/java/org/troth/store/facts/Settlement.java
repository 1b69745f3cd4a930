package org.troth.store.facts;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.troth.events.recording.Answer;

/** Finds out what became of a commit that was not answered, before anybody is told anything. */
final class Settlement {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_MS = 100;

    private Settlement() {}

    /** Whether the server itself said that it undid the statement. */
    static boolean isRolledBack(SQLException e) {
        if (!(e instanceof PSQLException fromServer)) {
            return false;
        }
        ServerErrorMessage message = fromServer.getServerErrorMessage();
        return message != null && "ERROR".equals(message.getSeverity());
    }

    /** Whether an event or a place in a stream was taken, which the check in two steps explains. */
    static boolean isTaken(SQLException e) {
        return "23505".equals(e.getSQLState());
    }

    /** Whether it was about what was to be written, not about whether anything could be. */
    static boolean blamesData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    /**
     * Connects again, ends the backend that is no longer heard of, waits for the lock of the head and answers each unit:
     * durable when its events are there, sealed and tried again when they are not. Tries until it can connect, for five
     * seconds; a database that answers and refuses is not asked again.
     */
    static AppendConnection settle(DataSource source, AppendConnection.Backend lost, List<Pending> units)
            throws SQLException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            AppendConnection open = null;
            try {
                open = new AppendConnection(source);
                open.end(lost);
                open.lockHead();
                answer(open, units);
                open.rollback();
                return open;
            } catch (SQLException e) {
                if (open != null) {
                    open.close();
                }
                if (isRolledBack(e) || System.nanoTime() - until > 0 || !pause()) {
                    throw e;
                }
            }
        }
    }

    /** Answers each unit by what the record holds of it. */
    static void answer(AppendConnection open, List<Pending> units) throws SQLException {
        List<UUID> events = units.stream()
                .flatMap(each -> each.unit.facts().stream())
                .map(SealedUnit.Item::eventId)
                .toList();
        Map<UUID, Long> positions = open.positions(events);
        for (Pending pending : units) {
            Long last = lastPosition(open, pending.unit, positions);
            pending.answer(last == null ? new Pending.Answer.SealAgain() : new Pending.Answer.Durable(last));
        }
    }

    private static @Nullable Long lastPosition(AppendConnection open, SealedUnit unit, Map<UUID, Long> positions)
            throws SQLException {
        if (unit.facts().isEmpty()) {
            Answer answer = unit.answer();
            long kept = answer == null ? -1 : open.positionOf(answer);
            return kept < 0 ? null : Long.valueOf(kept);
        }
        return positions.get(unit.facts().get(unit.facts().size() - 1).eventId());
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
