/** Tests of the package of the same name. */
@NullMarked
package org.troth.app;

import org.jspecify.annotations.NullMarked;
