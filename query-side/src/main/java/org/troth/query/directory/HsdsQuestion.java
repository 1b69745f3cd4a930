package org.troth.query.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.troth.query.reading.AskedWrongly;

/**
 * What is asked of a list of records; all of it must hold (HSDS 3.0, API reference: parameters are cumulative).
 *
 * @param search every word of it, in any order
 * @param topOnly only terms of a taxonomy that have no parent
 * @param modifiedAfter at this moment or later
 */
record HsdsQuestion(
        HsdsKind kind,
        List<String> search,
        @Nullable String organization,
        @Nullable String term,
        @Nullable String taxonomy,
        @Nullable String parent,
        boolean topOnly,
        @Nullable Instant modifiedAfter,
        int page,
        int perPage) {

    static final int USUAL_PER_PAGE = 50;

    private static final int MOST_PER_PAGE = 100;
    private static final int MOST_PAGES = 10_000;
    private static final int LONGEST = 200;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss[.SSS]][XXX]]", Locale.ROOT);

    /** As it stands in the address. Throws {@link AskedWrongly} for what no answer fits. */
    static HsdsQuestion of(HsdsKind kind, Said said) {
        if (said.format() != null && !said.format().equals("json")) {
            throw AskedWrongly.saying("format", "unknown", "query.directory.asked.format");
        }
        return new HsdsQuestion(
                kind,
                words(said.search()),
                id("organization_id", said.organization()),
                id("taxonomy_term_id", said.term()),
                id("taxonomy_id", said.taxonomy()),
                id("parent_id", said.parent()),
                said.topOnly(),
                moment(said.modifiedAfter()),
                number("page", said.page(), 1, MOST_PAGES),
                number("per_page", said.perPage(), USUAL_PER_PAGE, MOST_PER_PAGE));
    }

    /** The parameters as text. */
    record Said(
            @Nullable String search,
            @Nullable String organization,
            @Nullable String term,
            @Nullable String taxonomy,
            @Nullable String parent,
            boolean topOnly,
            @Nullable String modifiedAfter,
            @Nullable String page,
            @Nullable String perPage,
            @Nullable String format) {

        /** A list that is only searched. */
        static Said searched(
                @Nullable String search, @Nullable String page, @Nullable String perPage, @Nullable String format) {
            return new Said(search, null, null, null, null, false, null, page, perPage, format);
        }
    }

    private static List<String> words(@Nullable String search) {
        if (search == null || search.isBlank()) {
            return List.of();
        }
        if (search.length() > LONGEST || search.indexOf('\0') >= 0) {
            throw AskedWrongly.saying("search", "too-long", "query.directory.asked.long", String.valueOf(LONGEST));
        }
        return Arrays.stream(search.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .toList();
    }

    private static @Nullable String id(String field, @Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        if (said.length() > LONGEST || said.chars().anyMatch(c -> c <= ' ')) {
            throw AskedWrongly.saying(field, "identifier", "query.directory.asked.identifier");
        }
        return said;
    }

    private static @Nullable Instant moment(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        try {
            TemporalAccessor read = MOMENT.parseBest(
                    said.strip().replace(' ', '+'), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime moment) {
                return moment.toInstant();
            }
            return (read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException other) {
            throw AskedWrongly.saying("modified_after", "moment", "query.directory.asked.moment");
        }
    }

    private static int number(String field, @Nullable String said, int usual, int most) {
        if (said == null || said.isBlank()) {
            return usual;
        }
        if (said.matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(said);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw AskedWrongly.saying(field, "number", "query.directory.asked.number", String.valueOf(most));
    }
}
