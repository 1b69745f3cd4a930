/** What people named for themselves, so that nobody is brought together with whom they should not meet. */
@NullMarked
package org.troth.events.conflict;

import org.jspecify.annotations.NullMarked;
