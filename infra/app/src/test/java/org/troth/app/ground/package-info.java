/** Tests of the package of the same name. */
@NullMarked
package org.troth.app.ground;

import org.jspecify.annotations.NullMarked;
