/** What the product stands on before any part of it is made: settings, database, key places; or why it must not start. */
@NullMarked
package org.troth.app.ground;

import org.jspecify.annotations.NullMarked;
