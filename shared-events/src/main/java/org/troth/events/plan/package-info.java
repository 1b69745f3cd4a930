/** A plan that several people write together with a participant, each section of it under a key of its own. */
@NullMarked
package org.troth.events.plan;

import org.jspecify.annotations.NullMarked;
