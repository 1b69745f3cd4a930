/** The rules that decisions are made under, by pack, version and number, each with its sentence. */
@NullMarked
package org.troth.command.law;

import org.jspecify.annotations.NullMarked;
