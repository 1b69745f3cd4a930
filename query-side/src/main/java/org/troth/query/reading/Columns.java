package org.troth.query.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;

/** Reads one row of a view; what kind of words a column holds, and whose, the caller declares. */
public final class Columns {

    private final ResultSet row;

    public Columns(ResultSet row) {
        this.row = row;
    }

    public UUID id(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public @Nullable UUID idOrNone(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public Instant at(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant atOrNone(String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public LocalDate day(String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public @Nullable LocalDate dayOrNone(String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public String code(String column) throws SQLException {
        return row.getString(column);
    }

    public @Nullable String codeOrNone(String column) throws SQLException {
        return row.getString(column);
    }

    public List<String> codes(String column) throws SQLException {
        return Plain.codes(row.getString(column));
    }

    public List<String> array(String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    public int count(String column) throws SQLException {
        return row.getInt(column);
    }

    public @Nullable Integer countOrNone(String column) throws SQLException {
        int count = row.getInt(column);
        return row.wasNull() ? null : count;
    }

    public boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    public @Nullable Sealed words(String column, Words words, @Nullable UUID owner) throws SQLException {
        byte[] stored = row.getBytes(column);
        return stored == null || owner == null ? null : new Sealed(stored, words, owner);
    }
}
