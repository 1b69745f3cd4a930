package org.troth.query.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers writes and sends them together: neighbouring writes of the same kind to one table as one batch. Since each
 * statement touches one table only, the order within each table is all that has to be kept. One thread at a time.
 */
public final class GatheredRows implements Rows, AutoCloseable {

    private record Gathered(Write statement, @Nullable Object[] values) {}

    private final Connection connection;
    private final Map<String, List<Gathered>> tables = new LinkedHashMap<>();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Writes through this connection, which stays the caller's to commit and close. */
    public GatheredRows(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void write(Write statement, @Nullable Object... values) {
        tables.computeIfAbsent(statement.table(), table -> new ArrayList<>()).add(new Gathered(statement, values));
    }

    /** Sends everything gathered so far. */
    public void flush() throws SQLException {
        for (List<Gathered> writes : tables.values()) {
            int from = 0;
            while (from < writes.size()) {
                int to = endOfBatch(writes, from);
                send(writes.subList(from, to));
                from = to;
            }
            writes.clear();
        }
    }

    /**
     * The driver may send a batch of inserts as one insert of many rows, which must not meet one row twice. The first
     * value of an insert says, at least in part, which row it is.
     */
    private static int endOfBatch(List<Gathered> writes, int from) {
        Write statement = writes.get(from).statement();
        boolean insert = statement.sql().startsWith("insert");
        Set<String> rows = new HashSet<>();
        int to = from;
        while (to < writes.size()
                && writes.get(to).statement() == statement
                && (!insert || rows.add(String.valueOf(writes.get(to).values()[0])))) {
            to++;
        }
        return to;
    }

    private void send(List<Gathered> same) throws SQLException {
        String sql = same.get(0).statement().sql();
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (Gathered each : same) {
            Values.bind(statement, each.values());
            statement.addBatch();
        }
        statement.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}
