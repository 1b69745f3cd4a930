/** The gate on reading: decides who may look at what, and puts the look on the record before anything opens. */
@NullMarked
package org.troth.command.disclosure;

import org.jspecify.annotations.NullMarked;
