/** The page shell: layout, sign-in, security filters and errors, knowing nothing of what the pages are about. */
@NullMarked
package org.troth.web;

import org.jspecify.annotations.NullMarked;
