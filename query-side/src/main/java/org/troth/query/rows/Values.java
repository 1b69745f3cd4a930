package org.troth.query.rows;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Sealed;

/** How the values of facts become columns: enumerations as their names, collections as sorted codes, words as they are sealed. */
final class Values {

    private Values() {}

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object column = column(values[i]);
            if (column == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, column);
            }
        }
    }

    private static @Nullable Object column(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> code) {
            return code.name();
        }
        if (value instanceof Sealed sealed) {
            return sealed.stored();
        }
        if (value instanceof Collection<?> codes) {
            return codes.stream().map(Values::code).sorted().collect(Collectors.joining(" "));
        }
        if (value instanceof Record) {
            throw new IllegalArgumentException(
                    "a column holds a value, not a " + value.getClass().getSimpleName());
        }
        return value;
    }

    private static String code(Object code) {
        return code instanceof Enum<?> named ? named.name() : code.toString();
    }
}
