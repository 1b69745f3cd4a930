/** What a participant was asked, and what they answered. */
@NullMarked
package org.troth.events.consent;

import org.jspecify.annotations.NullMarked;
