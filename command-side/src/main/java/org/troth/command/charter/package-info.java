/** Asks everybody to read what the role of a volunteer is, and has it decided what becomes of what lies outside it. */
@NullMarked
package org.troth.command.charter;

import org.jspecify.annotations.NullMarked;
