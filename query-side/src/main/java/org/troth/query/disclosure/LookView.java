package org.troth.query.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.Told;

/**
 * Who saw what about whom, why and on which ground: the looks of one actor at one subject for one purpose on one line.
 *
 * @param actorName shown to an auditor only
 * @param own whether the reader themselves looked; an auditor leaves the review of that to another one
 * @param times how often; each look is a fact of its own in the record
 * @param lastPosition where the last of them stands in the record
 */
record LookView(
        UUID subject,
        String subjectKind,
        @Nullable Told subjectName,
        UUID actor,
        @Nullable Told actorName,
        boolean own,
        List<String> roles,
        String purpose,
        String purposeInWords,
        List<String> grounds,
        List<String> classes,
        List<String> routes,
        long times,
        Instant firstAt,
        Instant lastAt,
        long lastPosition) {}
