/** Shows two records beside each other that may be of one person, or are. */
@NullMarked
package org.troth.query.merging;

import org.jspecify.annotations.NullMarked;
