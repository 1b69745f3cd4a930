/** Counts and times for operators, and plain causes when something is wrong; nothing here can name a person. */
@NullMarked
package org.troth.app.meters;

import org.jspecify.annotations.NullMarked;
