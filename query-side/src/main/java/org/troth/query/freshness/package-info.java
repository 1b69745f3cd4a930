/** How far the views have come, and waiting briefly for them. */
@NullMarked
package org.troth.query.freshness;

import org.jspecify.annotations.NullMarked;
