/** Who is not of age yet, who says yes beside them, and the day from which they say it alone. */
@NullMarked
package org.troth.events.youth;

import org.jspecify.annotations.NullMarked;
