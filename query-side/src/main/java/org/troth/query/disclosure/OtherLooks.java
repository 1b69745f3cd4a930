package org.troth.query.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of attempts that were refused, searches, or readings of the log, newest first. */
record OtherLooks(String kind, List<Line> lines, @Nullable Long before) {

    /** One attempt, search or reading; it is the reader's own, or not. */
    record Line(
            long position,
            Instant at,
            UUID actor,
            boolean own,
            @Nullable String role,
            @Nullable String purpose,
            String route,
            @Nullable UUID subject,
            @Nullable String rule,
            @Nullable Integer results) {}
}
