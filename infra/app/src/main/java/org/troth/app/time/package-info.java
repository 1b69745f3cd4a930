/** The one clock of the product: the machine's, or the demonstration's while that is being loaded. */
@NullMarked
package org.troth.app.time;

import org.jspecify.annotations.NullMarked;
