/** Shows what has happened, for whom: rows made from facts, and the pages and answers made from rows. */
@NullMarked
package org.troth.query;

import org.jspecify.annotations.NullMarked;
