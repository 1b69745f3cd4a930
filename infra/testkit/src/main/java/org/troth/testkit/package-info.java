/** What tests need everywhere: a real PostgreSQL, a clock to turn, sample people, and a search for leaked words. */
@NullMarked
package org.troth.testkit;

import org.jspecify.annotations.NullMarked;
