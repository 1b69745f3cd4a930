package org.troth.query.freshness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What such a handler shows has everything that was on the record when it was asked, without {@code ?at=}: who reads the
 * log of looks asks what has happened, and the views of looks are the last to be written; and people find on their own page
 * what somebody else did for them a moment ago.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AsOfNow {}
