/** Referrals from the offer to the close. */
@NullMarked
package org.troth.query.referral;

import org.jspecify.annotations.NullMarked;
