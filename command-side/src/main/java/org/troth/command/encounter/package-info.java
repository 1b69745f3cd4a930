/** Takes in the meetings of two people who walk together: safety first, so whatever was held is stored. */
@NullMarked
package org.troth.command.encounter;

import org.jspecify.annotations.NullMarked;
