package org.troth.query.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the directory by name, and the last import. */
record DirectoryList(
        List<ServiceView> services,
        int page,
        boolean more,
        @Nullable Imported lastImport) {

    /** What an import brought. */
    record Imported(String format, int added, int changed, int unchanged, Instant at) {}
}
