package org.troth.query.overview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.troth.events.disclosure.PurposeOfUse;

/**
 * What an auditor asks of the chronicle; days are days of the programme's time zone, and both count.
 *
 * @param person the identifier of a participant, a volunteer, or of whatever a line is about
 * @param kind the lasting name of a fact, such as consent-given
 * @param forPurpose only looks for this purpose
 * @param before only what stands before this position
 */
record ChronicleQuestion(
        @Nullable UUID person,
        @Nullable UUID actor,
        @Nullable String kind,
        @Nullable PurposeOfUse forPurpose,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to,

        @Nullable Long before) {

    ChronicleFilter filter(ZoneId zone) {
        return new ChronicleFilter(
                person,
                actor,
                kind == null || kind.isBlank() ? null : kind,
                forPurpose,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
