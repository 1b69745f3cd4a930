/** Tests of the package of the same name. */
@NullMarked
package org.troth.app.time;

import org.jspecify.annotations.NullMarked;
