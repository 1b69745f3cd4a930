/** Decides whether somebody may be told, outside the record, that something waits for them: again at the moment it leaves. */
@NullMarked
package org.troth.command.message;

import org.jspecify.annotations.NullMarked;
