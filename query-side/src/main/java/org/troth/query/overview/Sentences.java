package org.troth.query.overview;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.troth.query.reading.Plain;

/** Makes a plain sentence of a line of the chronicle, of its code, its day and the side of a match that acted. */
@Component
class Sentences {

    private static final Pattern VERSION = Pattern.compile("version[ -](\\d+)(?:, (.+))?");

    private final Said said;
    private final Plain plain;

    Sentences(Said said, Plain plain) {
        this.said = said;
        this.plain = plain;
    }

    /** Throws for a kind that no sentence was written for: a fact nobody can read is a fault. */
    String of(String kind, @Nullable String code, @Nullable String side, @Nullable LocalDate day) {
        return said.of(
                "query.chronicle.said." + kind,
                code(code),
                plain.day(day),
                side == null ? "" : said.of("query.chronicle.side." + side));
    }

    /** Texts have versions, in their languages; everything else is a code that is known to {@link Plain}. */
    private String code(@Nullable String code) {
        Matcher version = code == null ? null : VERSION.matcher(code);
        if (version == null || !version.matches()) {
            return plain.lower(code);
        }
        String language = version.group(2);
        return language == null
                ? said.of("query.chronicle.version", version.group(1))
                : said.of("query.chronicle.version-in", version.group(1), language);
    }

    /** What a kind of line is called where one is chosen. */
    String kind(String kind) {
        return said.of("query.chronicle.kind." + kind);
    }
}
