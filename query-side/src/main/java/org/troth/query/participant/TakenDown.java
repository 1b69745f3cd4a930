package org.troth.query.participant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * What was taken down of somebody, as it was first and each time it was put right, the last first.
 *
 * @param own whether the reader is that person
 */
record TakenDown(UUID participant, boolean own, List<Version> versions) {

    /**
     * One time that it was written; what is absent stayed as it was.
     *
     * @param reason why it was put right; absent of the first
     * @param name absent, too, where only the person themselves is shown it; then {@code named} says that there is one
     * @param part INTAKE, or of what alone it speaks: CLASS, LANGUAGES or ACCESS
     * @param classes absent, too, where they were put right later and only the person themselves is shown it
     * @param access the same
     * @param said whether somebody is described in this part, and not that it is taken out
     * @param note the same
     */
    record Version(
            Instant writtenAt,
            @Nullable String reason,
            @Nullable Told name,
            boolean named,
            @Nullable String matter,
            @Nullable String language,
            @Nullable List<String> needs,
            @Nullable Told note,
            boolean noted,
            boolean noteTaken,
            String part,
            @Nullable List<String> otherLanguages,
            @Nullable Told classes,
            @Nullable Told access,
            boolean said) {}
}
