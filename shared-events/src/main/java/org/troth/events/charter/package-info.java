/** What the role of a volunteer is and is not, who has read it, and what was asked that lies outside it. */
@NullMarked
package org.troth.events.charter;

import org.jspecify.annotations.NullMarked;
