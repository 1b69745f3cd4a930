/** What people ask about being forgotten. */
@NullMarked
package org.troth.events.erasure;

import org.jspecify.annotations.NullMarked;
