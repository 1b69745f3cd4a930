/** Facts as JSON text: lasting names, exact shapes, and older revisions brought up to date. */
@NullMarked
package org.troth.store.codec;

import org.jspecify.annotations.NullMarked;
