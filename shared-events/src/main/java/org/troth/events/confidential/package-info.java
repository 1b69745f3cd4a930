/** Words about secrecy: what is sealed, who may open it, and what must be on the record first. */
@NullMarked
package org.troth.events.confidential;

import org.jspecify.annotations.NullMarked;
