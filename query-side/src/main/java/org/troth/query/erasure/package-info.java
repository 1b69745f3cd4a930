/** What people asked about being forgotten, shown to them. */
@NullMarked
package org.troth.query.erasure;

import org.jspecify.annotations.NullMarked;
