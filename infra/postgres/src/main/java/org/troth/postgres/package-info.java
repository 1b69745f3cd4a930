/** Starts and stops a PostgreSQL server of our own, kept in one directory, for trial mode and for tests. */
@NullMarked
package org.troth.postgres;

import org.jspecify.annotations.NullMarked;
