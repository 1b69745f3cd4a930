package org.troth.query.volunteer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of volunteers, newest first.
 *
 * @param before give this to see those before the last; absent when there are none
 */
record VolunteerList(
        List<VolunteerLine> volunteers, @Nullable Long before) {}
