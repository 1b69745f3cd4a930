package org.troth.query.erasure;

import org.jspecify.annotations.Nullable;

/**
 * What the reader asked about being forgotten.
 *
 * @param waiting the request that waits for its answer; absent where there is none
 */
record OwnErasure(@Nullable Forgetting waiting) {}
