/** How projections write rows: one by one as facts arrive, or gathered in batches for a rebuild. */
@NullMarked
package org.troth.query.rows;

import org.jspecify.annotations.NullMarked;
