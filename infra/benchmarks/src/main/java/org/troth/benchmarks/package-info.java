/** Measures Troth beside what it is built on: same machine, same PostgreSQL, same run, medians of alternating rounds. */
@NullMarked
package org.troth.benchmarks;

import org.jspecify.annotations.NullMarked;
