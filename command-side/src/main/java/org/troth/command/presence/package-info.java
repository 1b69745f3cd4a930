/** Decides whether somebody else may come to a meeting: asked before each, and answered by the participant alone. */
@NullMarked
package org.troth.command.presence;

import org.jspecify.annotations.NullMarked;
