/** What participants want to reach, for themselves; of it what they show, for whoever walks beside them. */
@NullMarked
package org.troth.query.goal;

import org.jspecify.annotations.NullMarked;
