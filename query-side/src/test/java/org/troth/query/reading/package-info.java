/** Tests of saying things in plain words. */
@NullMarked
package org.troth.query.reading;

import org.jspecify.annotations.NullMarked;
