package org.troth.query.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Sealed;

/** The words of one portion, opened. */
public final class Opened {

    private final Map<Sealed, Told> words;

    Opened(Map<Sealed, Told> words) {
        this.words = words;
    }

    /** What the sealed words say; absent words stay absent. Words outside the portion are a fault of the caller. */
    public @Nullable Told say(@Nullable Sealed sealed) {
        if (sealed == null) {
            return null;
        }
        Told told = words.get(sealed);
        if (told == null) {
            throw new IllegalStateException("these words were no part of what was disclosed");
        }
        return told;
    }
}
