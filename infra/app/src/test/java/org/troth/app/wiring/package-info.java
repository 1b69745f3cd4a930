/** Tests of the package of the same name. */
@NullMarked
package org.troth.app.wiring;

import org.jspecify.annotations.NullMarked;
