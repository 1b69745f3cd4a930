/** Who is not of age yet and who says yes beside them, shown to a coordinator and to themselves. */
@NullMarked
package org.troth.query.youth;

import org.jspecify.annotations.NullMarked;
