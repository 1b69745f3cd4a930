/** Fills a trial with two years of an invented programme, through the JSON API alone. */
@NullMarked
package org.troth.app.demonstration;

import org.jspecify.annotations.NullMarked;
