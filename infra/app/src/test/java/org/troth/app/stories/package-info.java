/** Whole stories in a real browser, one per role: what a person does, sees, and must never see. */
@NullMarked
package org.troth.app.stories;

import org.jspecify.annotations.NullMarked;
