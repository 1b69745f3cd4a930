package org.troth.query.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One question of consent and what became of it; codes and instants only. */
record ConsentView(
        UUID id,
        UUID participant,
        String state,
        String purpose,
        String recipientKind,
        @Nullable UUID recipient,
        List<String> classes,
        String text,
        int textVersion,
        String textLanguage,
        String textSha256,
        @Nullable LocalDate lastDay,
        Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt) {}
