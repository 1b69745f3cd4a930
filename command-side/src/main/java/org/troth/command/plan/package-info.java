/** What several people plan together with a participant, section by section; each section is under a key of its own. */
@NullMarked
package org.troth.command.plan;

import org.jspecify.annotations.NullMarked;
