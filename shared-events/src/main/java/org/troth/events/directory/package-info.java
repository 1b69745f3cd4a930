/** The services of others that a participant can be referred to (Open Referral HSDS 3.0). */
@NullMarked
package org.troth.events.directory;

import org.jspecify.annotations.NullMarked;
