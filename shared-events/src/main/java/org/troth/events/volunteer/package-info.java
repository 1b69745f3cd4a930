/** What happened to a person who walks beside. */
@NullMarked
package org.troth.events.volunteer;

import org.jspecify.annotations.NullMarked;
