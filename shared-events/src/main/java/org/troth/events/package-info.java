/** The language of Troth: what can be true for ever, and the identifiers that name whom it is about. */
@NullMarked
package org.troth.events;

import org.jspecify.annotations.NullMarked;
