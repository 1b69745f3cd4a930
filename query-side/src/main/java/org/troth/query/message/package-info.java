/** Shows which messages were due, whether they left and why not; never where to. */
@NullMarked
package org.troth.query.message;

import org.jspecify.annotations.NullMarked;
