package org.troth.query.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One question of consent and what became of it; codes and instants only.
 *
 * @param state what they answered themselves
 * @param stands how it stands with what a guardian said, where they are not of age; else the same
 * @param renews the earlier consent that it asks for anew
 * @param talkedLanguage in which a coordinator went through it with the participant, if one did
 * @param interpreting NONE, PROFESSIONAL or OTHER_PERSON, when they did
 * @param readingLevel how hard the text was to read, on its scale; absent where that is not measured
 * @param understoodAt when the participant had answered the questions about the text rightly
 */
record ConsentView(
        UUID id,
        UUID participant,
        String state,
        String stands,
        String purpose,
        String recipientKind,
        @Nullable UUID recipient,
        List<String> classes,
        String text,
        int textVersion,
        String textLanguage,
        String textSha256,
        @Nullable LocalDate lastDay,
        @Nullable UUID renews,
        @Nullable String talkedLanguage,
        @Nullable String interpreting,
        @Nullable String readingScale,
        @Nullable String readingLevel,
        Instant askedAt,
        @Nullable Instant understoodAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt) {}
