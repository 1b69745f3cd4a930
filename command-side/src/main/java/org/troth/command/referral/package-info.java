/** Decides what leaves for an agency, on which consent, and what is called back. */
@NullMarked
package org.troth.command.referral;

import org.jspecify.annotations.NullMarked;
