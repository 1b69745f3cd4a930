package org.troth.query.directory;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of records that can be asked for, as HSDS calls them. */
enum HsdsKind {
    ORGANIZATION("organization"),
    SERVICE("service"),
    SERVICE_AT_LOCATION("service_at_location"),
    LOCATION("location"),
    TAXONOMY("taxonomy"),
    TAXONOMY_TERM("taxonomy_term");

    private final String published;

    HsdsKind(String published) {
        this.published = published;
    }

    /** Empty for a kind that stays on the record and is not asked for. */
    static Optional<HsdsKind> of(String published) {
        return Arrays.stream(values())
                .filter(kind -> kind.published.equals(published))
                .findFirst();
    }
}
