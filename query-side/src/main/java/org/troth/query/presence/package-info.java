/** Whether somebody else may come to a meeting of two people, and what came of each question. */
@NullMarked
package org.troth.query.presence;

import org.jspecify.annotations.NullMarked;
