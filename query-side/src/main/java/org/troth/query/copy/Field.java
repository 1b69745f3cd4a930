package org.troth.query.copy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Sealed;
import org.troth.events.confidential.Words;
import org.troth.query.reading.Columns;

/**
 * One thing that is kept.
 *
 * @param key its name in JSON
 * @param words which kind of words it holds; absent where they are not sealed
 */
record Field(String key, Kind kind, String column, @Nullable Words words) {

    /** What a column holds. */
    enum Kind {
        CODE,
        CODES,
        PURPOSE,
        LANGUAGE,
        LANGUAGES,
        /** A name that is public. */
        NAME,
        DAY,
        MOMENT,
        COUNT,
        FLAG,
        WORDS
    }

    static Field of(String key, Kind kind, String column) {
        return new Field(key, kind, column, null);
    }

    static Field words(String key, String column, Words words) {
        return new Field(key, Kind.WORDS, column, words);
    }

    /** Whether what is sealed are codes, which are said in words. */
    boolean holdsCodes() {
        return words == Words.PARTICIPANT_ACCESS || words == Words.PARTICIPANT_CLASS;
    }

    /** What stands in this row; sealed words stay so. The column {@code thing} says which key they are under where they have their own. */
    @Nullable
    Object read(ResultSet row, UUID person) throws SQLException {
        Columns columns = new Columns(row);
        Words kindOfWords = words;
        if (kindOfWords != null) {
            return columns.words(column, kindOfWords, kindOfWords.isApart() ? columns.id("thing") : person);
        }
        return switch (kind) {
            case CODE, PURPOSE, LANGUAGE, NAME -> columns.codeOrNone(column);
            case CODES, LANGUAGES -> columns.codeOrNone(column) == null ? List.of() : columns.codes(column);
            case DAY -> columns.dayOrNone(column);
            case MOMENT -> columns.atOrNone(column);
            case COUNT -> columns.count(column);
            case FLAG -> columns.flag(column);
            case WORDS -> throw new IllegalStateException("which words is not said");
        };
    }

    /** Sealed words among the values of a row: those under the person's key, or those that are under keys of their own. */
    static @Nullable Sealed[] sealed(List<? extends @Nullable Object> values, boolean apart) {
        return values.stream()
                .filter(Sealed.class::isInstance)
                .map(Sealed.class::cast)
                .filter(each -> each.words().isApart() == apart)
                .toArray(Sealed[]::new);
    }
}
