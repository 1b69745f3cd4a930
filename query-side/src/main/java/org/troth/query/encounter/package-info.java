/** The meetings of two people who walk together, each with all its versions. */
@NullMarked
package org.troth.query.encounter;

import org.jspecify.annotations.NullMarked;
