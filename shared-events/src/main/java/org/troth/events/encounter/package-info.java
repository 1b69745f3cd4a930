/** The meetings of two people who walk together, as they were logged and corrected. */
@NullMarked
package org.troth.events.encounter;

import org.jspecify.annotations.NullMarked;
