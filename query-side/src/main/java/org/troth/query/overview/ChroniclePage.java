package org.troth.query.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the chronicle, newest first.
 *
 * @param before give this to see what happened earlier; absent at the end
 */
record ChroniclePage(List<StoryLine> lines, @Nullable Long before) {}
