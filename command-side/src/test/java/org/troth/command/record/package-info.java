/** A record in memory for tests: the ports of the store, kept as strictly as the store keeps them. */
@NullMarked
package org.troth.command.record;

import org.jspecify.annotations.NullMarked;
