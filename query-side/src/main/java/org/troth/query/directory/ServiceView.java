package org.troth.query.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service as it is listed; published facts. */
record ServiceView(
        UUID id,
        String name,
        String status,
        @Nullable LocalDate assuredOn,
        @Nullable String description,
        @Nullable String website,
        UUID agency,
        @Nullable String agencyName) {}
