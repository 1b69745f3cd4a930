/** Puts the parts together: hands every port its implementation, and refuses to start when a part is not ours. */
@NullMarked
package org.troth.app.wiring;

import org.jspecify.annotations.NullMarked;
