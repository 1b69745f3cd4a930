/** Tests of the package of the same name. */
@NullMarked
package org.troth.app.web;

import org.jspecify.annotations.NullMarked;
