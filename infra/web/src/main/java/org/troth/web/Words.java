package org.troth.web;

import java.util.List;

/** What is said to a reader: words of the catalogue in the reader's language, or words that exist in English alone. */
public sealed interface Words {

    /** The words under this key, see {@link Catalogue}. */
    static Words of(String key, Object... arguments) {
        return new Kept(key, List.of(arguments));
    }

    /** Words that are not in the catalogue; where the reader's language is another one, they are marked as English. */
    static Words english(String text) {
        return new English(text);
    }

    /** Words of the catalogue. */
    record Kept(String key, List<Object> arguments) implements Words {
        public Kept {
            arguments = List.copyOf(arguments);
        }
    }

    /** Words in English. */
    record English(String text) implements Words {}
}
