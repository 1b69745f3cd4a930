/** The runnable: starts the product and puts its parts together. */
@NullMarked
package org.troth.app;

import org.jspecify.annotations.NullMarked;
