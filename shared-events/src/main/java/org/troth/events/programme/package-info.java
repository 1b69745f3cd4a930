/** What a programme asks and serves by codes of its own: which matters, and whom. About nobody. */
@NullMarked
package org.troth.events.programme;

import org.jspecify.annotations.NullMarked;
