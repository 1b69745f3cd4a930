/** The birth and death of keys. */
@NullMarked
package org.troth.events.keys;

import org.jspecify.annotations.NullMarked;
