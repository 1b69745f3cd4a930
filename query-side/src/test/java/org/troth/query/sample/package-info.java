/** For tests: facts of invented people, a record in memory, and words sealed by nothing but a wrapper. */
@NullMarked
package org.troth.query.sample;

import org.jspecify.annotations.NullMarked;
