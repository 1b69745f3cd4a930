/** Tests of what tests rely on. */
@NullMarked
package org.troth.testkit;

import org.jspecify.annotations.NullMarked;
