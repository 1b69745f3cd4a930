/** The people who ask for help: their rows, the list of them and the search. */
@NullMarked
package org.troth.query.participant;

import org.jspecify.annotations.NullMarked;
