/** What is said to people stands in message files, in every language that is spoken here. */
@NullMarked
package org.troth.app.tongues;

import org.jspecify.annotations.NullMarked;
