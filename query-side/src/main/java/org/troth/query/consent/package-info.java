/** What was asked, of whom, for what and for whom, and what became of it. */
@NullMarked
package org.troth.query.consent;

import org.jspecify.annotations.NullMarked;
