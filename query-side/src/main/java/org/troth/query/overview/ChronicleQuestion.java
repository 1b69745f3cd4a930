package org.troth.query.overview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.troth.events.disclosure.PurposeOfUse;
import org.troth.query.reading.AskedWrongly;

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

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    /** Throws for days that are on no calendar of ours, which no database could compare either, and for an end before its beginning. */
    ChronicleFilter filter(ZoneId zone) {
        onCalendar("from", from);
        onCalendar("to", to);
        if (from != null && to != null && to.isBefore(from)) {
            throw AskedWrongly.saying("to", "order", "query.chronicle.wrong.order");
        }
        return new ChronicleFilter(
                person,
                actor,
                kind == null || kind.isBlank() ? null : kind,
                forPurpose,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static void onCalendar(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw AskedWrongly.saying(
                    field, "day", "query.chronicle.wrong.day", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        }
    }
}
