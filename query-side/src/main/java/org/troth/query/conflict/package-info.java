/** What somebody named for themselves, shown to them and to nobody else. */
@NullMarked
package org.troth.query.conflict;

import org.jspecify.annotations.NullMarked;
