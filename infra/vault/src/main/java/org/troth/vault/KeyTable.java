package org.troth.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Unreadable;
import org.troth.events.confidential.Unreadable.Why;
import org.troth.events.keys.KeyKind;
import org.troth.ledger.KeyRow;

/** The rows of {@code vault.data_key}; an unreachable database is {@code UNAVAILABLE}. */
final class KeyTable {
    private static final String COLUMNS = "key_id, holder, kind, owner, class, epoch, kek_id, wrapped";

    private final DataSource dataSource;

    KeyTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One row of the table; the wrap is null once it was taken away. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(KeyRow row, byte @Nullable [] wrapped) {}

    /** The rows of a key, one per holder, in the order of holders. */
    List<Stored> byId(UUID keyId) {
        return query("select " + COLUMNS + " from vault.data_key where key_id = ? order by holder", keyId);
    }

    /** The rows of these keys, those of each together and in the order of holders. */
    List<Stored> byIds(Collection<UUID> keyIds) {
        return query(
                "select " + COLUMNS + " from vault.data_key where key_id = any(?) order by key_id, holder",
                (Object) keyIds.toArray(UUID[]::new));
    }

    /** The rows of the key of this name. */
    List<Stored> named(KeyName name) {
        String where = " from vault.data_key where kind = ? and owner = ? and class = ?";
        String order = " order by key_id, holder";
        return name.kind() == KeyKind.RECORD
                ? query(
                        "select " + COLUMNS + where + " and epoch = ?" + order,
                        name.kind().code(),
                        name.owner(),
                        name.valueClass(),
                        name.epoch())
                : query("select " + COLUMNS + where + order, name.kind().code(), name.owner(), name.valueClass());
    }

    /** Inserts all rows of a new key, or none when any of them clashes with one that is there. */
    boolean insert(List<Stored> rows) {
        String sql =
                "insert into vault.data_key (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (Stored stored : rows) {
                    KeyRow row = stored.row();
                    insert.setObject(1, row.keyId());
                    insert.setObject(2, row.holder());
                    insert.setInt(3, row.kind());
                    insert.setObject(4, row.owner());
                    insert.setInt(5, row.valueClass());
                    insert.setLong(6, row.epoch());
                    insert.setObject(7, row.kekId());
                    insert.setBytes(8, stored.wrapped());
                    if (insert.executeUpdate() == 0) {
                        connection.rollback();
                        return false;
                    }
                }
                connection.commit();
                return true;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new Unreadable(Why.UNAVAILABLE, e);
        }
    }

    /** The highest epoch any key belongs to; 0 when there is no key. */
    long newestEpoch() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(epoch), 0) from vault.data_key");
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new Unreadable(Why.UNAVAILABLE, e);
        }
    }

    private List<Stored> query(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            List<Stored> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new Unreadable(Why.UNAVAILABLE, e);
        }
    }

    /** A column that no constraint of ours would have let in is not the driver's fault. */
    private static Stored read(ResultSet result) throws SQLException {
        try {
            KeyRow row = new KeyRow(
                    id(result, "key_id"),
                    KeyKind.of(result.getInt("kind")).code(),
                    id(result, "owner"),
                    result.getInt("class"),
                    id(result, "holder"),
                    result.getLong("epoch"),
                    id(result, "kek_id"));
            return new Stored(row, result.getBytes("wrapped"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Why.TAMPERED, e);
        }
    }

    private static UUID id(ResultSet result, String column) throws SQLException {
        UUID id = result.getObject(column, UUID.class);
        if (id == null) {
            throw new IllegalArgumentException("a column without a value");
        }
        return id;
    }
}
