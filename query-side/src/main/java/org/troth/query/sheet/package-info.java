/** The information sheets of the programme, and which of them a participant was given. */
@NullMarked
package org.troth.query.sheet;

import org.jspecify.annotations.NullMarked;
