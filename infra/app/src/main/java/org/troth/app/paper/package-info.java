/** Prints what people take along as PDF. */
@NullMarked
package org.troth.app.paper;

import org.jspecify.annotations.NullMarked;
