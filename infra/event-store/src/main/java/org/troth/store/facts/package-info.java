/** The one sequence of sealed facts in PostgreSQL: appended in groups, read by stream or by position. */
@NullMarked
package org.troth.store.facts;

import org.jspecify.annotations.NullMarked;
