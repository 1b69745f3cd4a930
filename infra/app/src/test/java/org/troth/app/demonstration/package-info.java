/** Tests of the package of the same name. */
@NullMarked
package org.troth.app.demonstration;

import org.jspecify.annotations.NullMarked;
