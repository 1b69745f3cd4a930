/** Between the page shell and the sides: who is asking, why, through which door, and what a failure means to them. */
@NullMarked
package org.troth.app.web;

import org.jspecify.annotations.NullMarked;
