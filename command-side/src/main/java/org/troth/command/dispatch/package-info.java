/** How every command is asked for: once per key, with what must hold beside it, and answered with its position. */
@NullMarked
package org.troth.command.dispatch;

import org.jspecify.annotations.NullMarked;
