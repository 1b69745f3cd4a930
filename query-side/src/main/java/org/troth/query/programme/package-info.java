/** Which codes the programme offers, and by which words each of its own is said. */
@NullMarked
package org.troth.query.programme;

import org.jspecify.annotations.NullMarked;
