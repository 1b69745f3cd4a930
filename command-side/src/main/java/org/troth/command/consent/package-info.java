/** Decides about consent: one question, one purpose, one recipient, and the right to take it back. */
@NullMarked
package org.troth.command.consent;

import org.jspecify.annotations.NullMarked;
