/** Decides what the directory of services holds: imports of published HSDS 3.0 files, all or nothing. */
@NullMarked
package org.troth.command.directory;

import org.jspecify.annotations.NullMarked;
