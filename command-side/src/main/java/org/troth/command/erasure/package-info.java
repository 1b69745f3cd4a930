/** Takes in that somebody asks to be forgotten, and that they changed their mind. */
@NullMarked
package org.troth.command.erasure;

import org.jspecify.annotations.NullMarked;
