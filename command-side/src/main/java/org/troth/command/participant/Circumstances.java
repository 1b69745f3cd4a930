package org.troth.command.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.troth.events.confidential.Sealed;

/**
 * What surrounds the help, as somebody says it: who they are, which other languages they speak, what they need to take part. What is absent
 * is not spoken of here, and stays as it was.
 */
record Circumstances(
        @Nullable Who who,
        @Nullable List<String> languages,
        @Nullable Access access) {

    static final Circumstances NOT_SAID = new Circumstances(null, null, null);

    Circumstances {
        languages = languages == null ? null : List.copyOf(languages);
    }

    /** @param classes absent where it is not said, or not any more */
    record Who(@Nullable Sealed classes) {}

    /** @param access absent where nothing is needed, or not any more */
    record Access(@Nullable Sealed access) {}

    boolean saysAnything() {
        return who != null || languages != null || access != null;
    }
}
