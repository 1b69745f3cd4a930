/** Everything that is kept about somebody, for them to take along. */
@NullMarked
package org.troth.query.copy;

import org.jspecify.annotations.NullMarked;
