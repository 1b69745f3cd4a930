/** What both sides of a match keep to. */
@NullMarked
package org.troth.query.boundary;

import org.jspecify.annotations.NullMarked;
