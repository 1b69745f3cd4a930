/** Decides who walks beside: registration, qualification and how many people at a time. */
@NullMarked
package org.troth.command.volunteer;

import org.jspecify.annotations.NullMarked;
