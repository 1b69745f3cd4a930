/** The services of the directory as they were imported. */
@NullMarked
package org.troth.query.directory;

import org.jspecify.annotations.NullMarked;
