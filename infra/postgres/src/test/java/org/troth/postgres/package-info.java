/** Tests of the server's whole life. */
@NullMarked
package org.troth.postgres;

import org.jspecify.annotations.NullMarked;
