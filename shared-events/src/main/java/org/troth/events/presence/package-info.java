/** Whether somebody else may come to a meeting of two people: asked of the participant before each. */
@NullMarked
package org.troth.events.presence;

import org.jspecify.annotations.NullMarked;
