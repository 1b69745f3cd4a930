/** How a participant was referred to an agency, and what came of it. */
@NullMarked
package org.troth.events.referral;

import org.jspecify.annotations.NullMarked;
