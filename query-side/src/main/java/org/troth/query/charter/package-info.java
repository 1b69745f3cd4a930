/** Who has read the charter of the role, and what lies outside it and waits for a decision. */
@NullMarked
package org.troth.query.charter;

import org.jspecify.annotations.NullMarked;
