/** Decides how two people come together and part, in which neither side can be made to stay. */
@NullMarked
package org.troth.command.matching;

import org.jspecify.annotations.NullMarked;
