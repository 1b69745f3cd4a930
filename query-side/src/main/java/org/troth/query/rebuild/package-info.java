/** Fills the views anew from the record, beside the old ones, and swaps them. */
@NullMarked
package org.troth.query.rebuild;

import org.jspecify.annotations.NullMarked;
