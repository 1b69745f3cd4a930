package org.troth.query.reading;

import org.jspecify.annotations.Nullable;

/** By which words a code of the programme's own is said. */
public interface Labels {

    /** In this language or the programme's main one; absent where it is no code of its own. */
    @Nullable
    String of(String code, String language);
}
