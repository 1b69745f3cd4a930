package org.troth.query.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the accounting, last looks first.
 *
 * @param sent what left for agencies, the last first; of one person only
 * @param opened what agencies opened of it, each time, the last first; of one person only
 * @param before give this to see those before the last; absent when there are none
 */
record LookPage(
        List<LookView> looks,
        List<SentView> sent,
        List<OpenedView> opened,
        @Nullable Long before) {}
