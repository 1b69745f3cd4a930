/** Tests of the package of the same name. */
@NullMarked
package org.troth.app.meters;

import org.jspecify.annotations.NullMarked;
