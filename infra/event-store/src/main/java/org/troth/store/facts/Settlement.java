package org.troth.store.facts;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.troth.events.recording.Answer;

/** Finds out what became of a commit that was not answered, before anybody is told anything. */
final class Settlement {

    private final AppendConnection.Backend lost;
    private final List<Pending> units;
    private boolean told;

    /**
     * @param lost who served the commit
     * @param units who waits to hear what became of it
     */
    Settlement(AppendConnection.Backend lost, List<Pending> units) {
        this.lost = lost;
        this.units = units;
    }

    List<Pending> units() {
        return units;
    }

    /** Whether this is the first time that it could not be settled: said once, not every time. */
    boolean failsFirst() {
        boolean first = !told;
        told = true;
        return first;
    }

    /** Answers those who have no answer yet. */
    List<Pending> fail(RuntimeException why) {
        units.forEach(each -> each.answer(new Pending.Answer.Failed(why)));
        return units;
    }

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
     * Connects again, ends the backend that is no longer heard of (if it does not end, waits for the lock of the head, which
     * it would hold) and answers each unit: durable when its events are there, to be sealed and tried again when they are
     * not.
     */
    AppendConnection settle(DataSource source) throws SQLException {
        AppendConnection open = new AppendConnection(source);
        try {
            if (!open.end(lost)) {
                open.lockHead();
            }
            answer(open, units);
            open.rollback();
            return open;
        } catch (SQLException | RuntimeException e) {
            open.close();
            throw e;
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
}
