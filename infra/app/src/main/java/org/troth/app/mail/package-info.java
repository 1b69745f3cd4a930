/** Takes neutral notes out of the house by SMTP, or keeps them where nothing may leave. */
@NullMarked
package org.troth.app.mail;

import org.jspecify.annotations.NullMarked;
