/** What spans the features: the worklist of the day, the case page and the chronicle of all that happened. */
@NullMarked
package org.troth.query.overview;

import org.jspecify.annotations.NullMarked;
