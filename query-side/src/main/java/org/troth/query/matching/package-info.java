/** Who walks beside whom, what waits for an answer, and what each side sees of it. */
@NullMarked
package org.troth.query.matching;

import org.jspecify.annotations.NullMarked;
