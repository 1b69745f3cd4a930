/** Says which matters the programme helps with and whom it is for: codes that it offers and withdraws. */
@NullMarked
package org.troth.command.programme;

import org.jspecify.annotations.NullMarked;
