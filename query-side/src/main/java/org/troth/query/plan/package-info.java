/** Joint plans, as each of those who write in them may read them. */
@NullMarked
package org.troth.query.plan;

import org.jspecify.annotations.NullMarked;
