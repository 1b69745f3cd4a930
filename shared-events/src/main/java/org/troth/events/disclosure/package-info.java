/** Who was shown what about whom, why and on which ground, and who was refused. */
@NullMarked
package org.troth.events.disclosure;

import org.jspecify.annotations.NullMarked;
