/** No log, no look: what every page does between choosing rows and showing words. */
@NullMarked
package org.troth.query.reading;

import org.jspecify.annotations.NullMarked;
