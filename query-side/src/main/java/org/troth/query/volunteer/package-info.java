/** The people who walk beside: who is qualified until when, and who has room. */
@NullMarked
package org.troth.query.volunteer;

import org.jspecify.annotations.NullMarked;
