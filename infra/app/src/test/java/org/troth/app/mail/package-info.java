/** Tests of how notes leave the house. */
@NullMarked
package org.troth.app.mail;

import org.jspecify.annotations.NullMarked;
