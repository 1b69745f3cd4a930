/** What both sides of a match agreed to keep to, and every No. */
@NullMarked
package org.troth.events.boundary;

import org.jspecify.annotations.NullMarked;
